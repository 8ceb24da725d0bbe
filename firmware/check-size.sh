#!/bin/sh
# check-size.sh IMAGE MOST_FLASH MOST_RAM: prints an image's sizes and fails where one is exceeded.
set -eu
avr-size "$1" | awk -v image="$1" -v most_flash="$2" -v most_ram="$3" '
    NR == 2 {
        flash = $1 + $2; ram = $2 + $3
        printf "%s: %d of %d bytes of flash, %d of %d bytes of RAM\n", image, flash, most_flash, ram, most_ram
        exit flash > most_flash || ram > most_ram
    }'
