#!/bin/sh
# Arguments: name of a program.
# Exit status: 0 the image has it.
command -v "$1"
