#!/bin/sh
# Save it as ~/.config/i3/i3status.sh, make it executable, and write in the bar's section of ~/.config/i3/config:
#   status_command ~/.config/i3/i3status.sh
# i3status's own configuration needs output_format = "i3bar" in its general section. What is due is asked for once a minute.
asked=
i3status "$@" | while IFS= read -r line; do
    minute=$(date +%H%M)
    if [ "$minute" != "$asked" ]; then
        asked=$minute
        due=$(afterword due --line)
    fi
    case $due in
        *!*) color='#ff5555' ;;
        *) color='#f1fa8c' ;;
    esac
    case $line in
        *'[{'*)
            if [ -n "$due" ]; then
                block="{\"name\":\"afterword\",\"full_text\":\"$due\",\"color\":\"$color\"},"
                line="${line%%\[\{*}[$block{${line#*\[\{}"
            fi
            ;;
    esac
    printf '%s\n' "$line"
done
