<?php
header('Cache-Control: no-store');
echo 'ok';
