// The parts of the GitHub script that are the same for every export. Plain sh, so that it runs wherever gh does.

/** @param host quoted for the shell @param day ISO day of the export */
export const SCRIPT_START = (host: string, day: string): string => `#!/bin/sh
# Azimuth, ${day}: writes estimates into number fields of a GitHub project.
#
#   sh THIS_FILE --owner ORGANISATION --project 5            prints what it would do, and does nothing
#   sh THIS_FILE --owner ORGANISATION --project 5 --apply    does it
#
# The project needs number fields of these names; another name, or none, by an option:
#   --gain "NSM gain"  --low "NSM gain low"  --high "NSM gain high"  --effort ""
# A ticket that is not in the project yet is added to it. Needs gh, signed in with: gh auth refresh -s project
set -u
GH_HOST=${host}
export GH_HOST
owner= project= mode=dry-run
gain='NSM gain' low='NSM gain low' high='NSM gain high' effort=
die() { printf '%s\\n' "$*" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) mode=dry-run; shift; continue ;;
    --apply) mode=apply; shift; continue ;;
  esac
  [ $# -ge 2 ] || die "$1 needs a value, or is not known."
  case $1 in
    --owner) owner=$2 ;;
    --project) project=$2 ;;
    --gain) gain=$2 ;;
    --low) low=$2 ;;
    --high) high=$2 ;;
    --effort) effort=$2 ;;
    *) die "Not known: $1" ;;
  esac
  shift 2
done
[ -n "$owner" ] || die 'Say whose project it is: --owner ORGANISATION'
case $project in '' | *[!0-9]*) die 'Say which project, by the number in its address: --project 5' ;; esac
for name in "$gain" "$low" "$high" "$effort"; do
  case $name in *[!A-Za-z0-9\\ _.-]*) die "A field's name may hold letters, digits, spaces, dots and dashes: $name" ;; esac
done

project_id= gain_id= low_id= high_id= effort_id=
field() {
  [ -n "$1" ] || return 0
  id=$(gh project field-list "$project" --owner "$owner" --limit 200 --format json --jq ".fields[] | select(.name == \\"$1\\") | .id") || return 1
  [ -n "$id" ] || die "The project has no field $1. Make it: gh project field-create $project --owner $owner --name '$1' --data-type NUMBER"
  printf '%s' "$id"
}
if [ "$mode" = apply ]; then
  project_id=$(gh project view "$project" --owner "$owner" --format json --jq .id) || die 'The project could not be read.'
  gain_id=$(field "$gain") || exit 2
  low_id=$(field "$low") || exit 2
  high_id=$(field "$high") || exit 2
  effort_id=$(field "$effort") || exit 2
fi

done_count=0 failed=0
# put ITEM FIELD-ID NUMBER
put() {
  [ -n "$2" ] && [ -n "$3" ] || return 0
  gh project item-edit --id "$1" --project-id "$project_id" --field-id "$2" --number="$3" >/dev/null
}
told() { [ -z "$1" ] || [ -z "$2" ] || printf '    %s = %s\\n' "$1" "$2"; }
# item ADDRESS GAIN LOW HIGH EFFORT TITLE
item() {
  printf '%s  %s\\n' "$1" "$6"
  told "$gain" "$2"; told "$low" "$3"; told "$high" "$4"; told "$effort" "$5"
  done_count=$((done_count + 1))
  [ "$mode" = apply ] || return 0
  if id=$(gh project item-add "$project" --owner "$owner" --url "$1" --format json --jq .id) && [ -n "$id" ] &&
    put "$id" "$gain_id" "$2" && put "$id" "$low_id" "$3" && put "$id" "$high_id" "$4" && put "$id" "$effort_id" "$5"; then :; else
    failed=$((failed + 1))
    printf '    NOT WRITTEN\\n' >&2
  fi
}

`;

export const SCRIPT_END = `
if [ "$mode" = dry-run ]; then
  printf '%s tickets. Nothing was changed: this was a dry run. Add --apply to write them.\\n' "$done_count"
else
  printf '%s tickets, %s of them not written.\\n' "$done_count" "$failed"
  [ "$failed" -eq 0 ] || exit 1
fi
`;
