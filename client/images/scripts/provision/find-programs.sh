#!/bin/sh
# Whether an image has what an application node needs.
# Exit status: 0 it has, 10 no Apache, 11 no PHP for the command line.
command -v apache2 || command -v httpd || exit 10
command -v php || exit 11
