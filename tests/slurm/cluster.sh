#!/usr/bin/env bash
# A real Slurm on one machine: one controller and four nodes of one CPU each, on ports of 127.0.0.1, without systemd.
#
#   cluster.sh start             starts it and prints its folder; export SLURM_CONF=FOLDER/slurm.conf to use it
#   cluster.sh kill FOLDER N     kills the daemon of node N; the step that runs there goes on
#   cluster.sh lose FOLDER N     kills the daemon of node N and its step: a power cut
#   cluster.sh revive FOLDER N   starts the daemon of node N again
#   cluster.sh stop FOLDER       ends all that it started, nothing else, and removes the folder
#
# Needs the packages slurm-wlm and munge; started as root, munged runs as its own user.
set -eu
nodes="1 2 3 4"

fail() { echo "cluster.sh: $*" >&2; exit 1; }

# Processes of this cluster carry SLURM_CONF with its folder; $2 matches another word of their environment.
processes() {
  local environ
  for environ in /proc/[0-9]*/environ; do
    { tr "\0" "\n" <"$environ" | grep -qx "SLURM_CONF=$1/slurm.conf"; } 2>/dev/null || continue
    { tr "\0" "\n" <"$environ" | grep -qxE "$2"; } 2>/dev/null || continue
    environ=${environ%/environ}
    echo "${environ#/proc/}"
  done
}

# Twelve ports in a row that nobody listens on, below those that the system hands out.
free_port() {
  local port
  for port in $(shuf -i 100-300 -n 50); do
    port=$((port * 100))
    ss -Hltn "sport >= :$port and sport < :$((port + 12))" | grep -q . || { echo "$port"; return; }
  done
  fail "no free ports"
}

node() {
  SLURM_CONF="$1/slurm.conf" CROSSBARSIM_NODE="node$2" slurmd -N "node$2" -f "$1/slurm.conf" </dev/null >/dev/null 2>&1
}

configure() {
  local port user
  port="$(free_port)"
  user="$(id -un)"
  cat >"$1/slurm.conf" <<CONF
ClusterName=crossbarsim
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$port
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
CredType=cred/munge
# A requeued task waits until its credential has expired: 5 s, not 120 s.
AuthInfo=socket=$1/munge/socket,cred_expire=5
StateSaveLocation=$1/state
SlurmdSpoolDir=$1/spool-%n
SlurmctldPidFile=$1/slurmctld.pid
SlurmdPidFile=$1/%n.pid
SlurmctldLogFile=$1/slurmctld.log
SlurmdLogFile=$1/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=2,batch_sched_delay=0,sched_min_interval=0
MpiDefault=none
SwitchType=switch/none
ReturnToService=2
SlurmdTimeout=10
KillWait=2
NodeName=node[1-4] NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + 4))] CPUs=1
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
}

start_munge() {
  local as=""
  [ "$(id -u)" -ne 0 ] || as="runuser -u munge --"
  mkdir "$1/munge"
  dd if=/dev/urandom of="$1/munge/key" bs=128 count=1 status=none
  chmod 400 "$1/munge/key"
  [ -z "$as" ] || chown -R munge "$1/munge"
  SLURM_CONF="$1/slurm.conf" $as munged --key-file="$1/munge/key" --socket="$1/munge/socket" --pid-file="$1/munge/pid" \
    --log-file="$1/munge/log" --seed-file="$1/munge/seed" </dev/null >/dev/null 2>&1 || fail "munged did not start"
}

start() {
  local folder n
  for n in munged slurmctld slurmd sbatch squeue; do
    PATH="$PATH:/usr/sbin" command -v $n >/dev/null || fail "no $n: apt-get install --no-install-recommends slurm-wlm munge"
  done
  folder="$(mktemp -d /tmp/crossbarsim-slurm.XXXXXX)"
  # Munge and the tasks look into it.
  chmod 755 "$folder"
  mkdir "$folder/state"
  configure "$folder"
  start_munge "$folder"
  SLURM_CONF="$folder/slurm.conf" slurmctld -f "$folder/slurm.conf" </dev/null >/dev/null 2>&1
  for n in $nodes; do node "$folder" "$n"; done
  for n in $(seq 100); do
    [ "$(SLURM_CONF="$folder/slurm.conf" sinfo -h -N -o %T 2>/dev/null | grep -c idle)" -eq 4 ] && { echo "$folder"; return; }
    sleep 0.2
  done
  tail -n 5 "$folder"/*.log >&2
  stop "$folder"
  fail "the nodes did not come up"
}

stop() {
  local pid
  [ -f "$1/slurm.conf" ] || fail "$1 is no cluster"
  for pid in $(processes "$1" "(CROSSBARSIM_NODE|SLURMD_NODENAME)=.*"); do kill -9 "$pid" 2>/dev/null || true; done
  for pid in $(cat "$1/slurmctld.pid" "$1/munge/pid" 2>/dev/null); do kill -9 "$pid" 2>/dev/null || true; done
  # What was killed may still close a file.
  rm -rf "$1" || { sleep 1; rm -rf "$1"; }
}

PATH="$PATH:/usr/sbin"
case "${1-}" in
  start) start ;;
  kill) kill -9 "$(cat "$2/node$3.pid")" ;;
  lose)
    lost="$(processes "$2" "(CROSSBARSIM_NODE|SLURMD_NODENAME)=node$3")"
    # All at once: none may tell the controller of the end of another.
    kill -STOP $lost
    kill -9 $lost ;;
  revive) node "$2" "$3" ;;
  stop) stop "$2" ;;
  *) sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
