/*
 * The rules of docs/election.md in coarse steps: three speakers, one segment, an API server that each may lose, a
 * LAN that falls in two, crashes, lost beacons and lost answers. In a step every speaker acts once; beacons of
 * one step are heard in the next. A step is about as long as it takes to reach a verdict and to send a beacon. At
 * most FAULTS faults happen, at any time; what is claimed is claimed for the time when all has settled.
 *
 * -DNO_YIELD: nobody gives way to a speaker that it hears. -DNO_STANDIN: nobody answers without the Lease.
 * Both must be caught, so that a model in which nothing happens is noticed.
 */
#ifndef FAULTS
#define FAULTS 3
#endif
#define N 3
#define NOBODY 3

#define LEASE 4     /* steps without a renewal until a Lease is abandoned */
#define WITNESS 1   /* the same, if the holder's node does not answer either */
#define OUT 1       /* steps without API server and leader until somebody stands in; its rank comes on top */
#define SILENT 4    /* the same, if the leader's node answers, but its speaker is not heard */
#define SETTLE 14   /* steps after a fault until all has settled */

#define STANDBY 0
#define LEADING 1
#define STATIC 2
#define STANDIN 3

byte role[N];
byte presumed[N];   /* whose speaker answers, as far as this one knows */
byte known[N];      /* the holder that it knows */
byte seen[N];       /* steps since it saw the Lease change */
byte wait[N];       /* steps without API server, without a leader in reach */
bool persists[N];           /* it heard another one in the last step, and did not give way */
bool company[N];            /* a leader that announces itself */
bool served[N];             /* it reaches the API server */
bool alive[N];
bit side[N];                /* of the LAN */
bool renewed[N];            /* the Lease was written since it looked */
bool beacon[N];             /* what is heard in this step */
bool sends[N];              /* what will be heard in the next */
unsigned holder : 2 = NOBODY;
unsigned faults : 3;
unsigned calm : 4;
unsigned i : 2;
unsigned heard : 2;
bool alone;                 /* it hears no other node */
bool apart;                 /* the leader's node does not answer */

#define together(a, b) (alive[a] && alive[b] && side[a] == side[b])
#define answers(a) (alive[a] && role[a] != STANDBY)
#define both(a, b) (answers(a) && answers(b) && side[a] == side[b])
#define neighbours(a) (together(a, (a + 1) % N) || together(a, (a + 2) % N))
/* One that hears nobody and is told of a holder elsewhere is right to be silent. */
#define could(a, s) (alive[a] && side[a] == s && (!served[a] || neighbours(a)))
#define owned(s) ((answers(0) && side[0] == s) || (answers(1) && side[1] == s) || (answers(2) && side[2] == s))
#define wanted(s) (could(0, s) || could(1, s) || could(2, s))

#define settled (calm == SETTLE)
#define twice (both(0, 1) || both(0, 2) || both(1, 2))
#define missing ((wanted(0) && !owned(0)) || (wanted(1) && !owned(1)))

ltl one_owner { [] (settled -> !twice) }
ltl some_owner { [] (settled -> !missing) }
ltl always_again { [] <> !missing }

inline fault() { faults++; calm = 0 }
inline forget() { role[i] = STANDBY; wait[i] = 0; persists[i] = false }

/* Every observer but the writer will see a change. */
inline wrote() {
  renewed[0] = true; renewed[1] = true; renewed[2] = true;
  renewed[i] = false; known[i] = i; seen[i] = 0; holder = i
}

/* A write of the Lease, whose answer may be lost: then it is carried out, and the writer does not know. */
inline hold() {
  if
  :: wrote(); role[i] = LEADING; presumed[i] = i; wait[i] = 0; persists[i] = false
  :: faults < FAULTS -> fault(); wrote(); renewed[i] = true
  fi
}

/* The first beacon in reach by rank, or one that comes after it. A beacon may be lost. */
inline listen() {
  heard = NOBODY;
  if
  :: i != 0 && beacon[0] && together(i, 0) -> heard = 0
  :: else ->
    if
    :: i != 1 && beacon[1] && together(i, 1) -> heard = 1
    :: else ->
      if
      :: i != 2 && beacon[2] && together(i, 2) -> heard = 2
      :: else
      fi
    fi
  fi;
  if
  :: heard != NOBODY && faults < FAULTS -> fault(); heard = NOBODY
  :: skip
  fi
}

/* Whoever has no Lease to show gives way to a lower rank, and to one that goes on although it could hear us. */
inline rivals() {
  if
  :: heard == NOBODY -> persists[i] = false
#ifndef NO_YIELD
  :: heard != NOBODY && (heard < i || persists[i]) -> presumed[i] = heard; forget()
#endif
  :: else -> persists[i] = true
  fi
}

inline withServer() {
  if
  :: renewed[i] || known[i] != holder -> known[i] = holder; seen[i] = 0; renewed[i] = false
  :: else -> if :: seen[i] < LEASE -> seen[i]++ :: else fi
  fi;
  apart = holder != NOBODY && !together(i, holder);
  alone = !neighbours(i);
  if
  :: holder == i || holder == NOBODY -> hold()
  :: holder != i && holder != NOBODY && (seen[i] >= LEASE || (apart && seen[i] >= WITNESS)) ->
    company[i] = !apart; hold()
  :: else ->
    presumed[i] = holder;
    if
    :: !apart || alone -> forget()
#ifndef NO_STANDIN
    :: apart && !alone && role[i] != STANDBY -> role[i] = STANDIN; rivals()
    :: apart && !alone && role[i] == STANDBY ->
      if
      :: heard != NOBODY -> wait[i] = 0
      :: heard == NOBODY && wait[i] < LEASE + i -> wait[i]++
      :: else -> role[i] = STANDIN
      fi
#else
    :: else -> forget()
#endif
    fi
  fi
}

inline withoutServer() {
  if
  :: role[i] == LEADING -> role[i] = STATIC; persists[i] = false
  :: role[i] == STATIC || role[i] == STANDIN -> rivals()
  :: role[i] == STANDBY && heard != NOBODY -> presumed[i] = heard; wait[i] = 0
  :: role[i] == STANDBY && heard == NOBODY ->
    apart = presumed[i] == i || presumed[i] == NOBODY || !together(i, presumed[i]);
    if
    :: wait[i] < (apart -> OUT : SILENT) + i -> wait[i]++
#ifndef NO_STANDIN
    :: else -> role[i] = (presumed[i] == i -> STATIC : STANDIN)
#else
    :: else
#endif
    fi
  fi
}

inline act() {
  if
  :: alive[i] ->
    listen();
    if
    :: served[i] -> withServer()
    :: else -> withoutServer()
    fi;
    if
    :: role[i] == LEADING && heard != NOBODY -> company[i] = true
    :: else
    fi;
    sends[i] = role[i] == STATIC || role[i] == STANDIN || (role[i] == LEADING && company[i])
  :: else -> sends[i] = false
  fi
}

/* What befalls speaker i. */
inline befall() {
  if
  :: served[i] -> served[i] = false
  :: !served[i] -> served[i] = true
  :: alive[i] -> alive[i] = false; forget(); presumed[i] = NOBODY; known[i] = NOBODY; seen[i] = 0; company[i] = false
  :: !alive[i] -> alive[i] = true
  :: side[i] = 1 - side[i]
  fi;
  fault()
}

inline befallAll() {
  if
  :: served[0] || served[1] || served[2] -> served[0] = false; served[1] = false; served[2] = false
  :: !served[0] || !served[1] || !served[2] -> served[0] = true; served[1] = true; served[2] = true
  :: side[0] = 0; side[1] = 0; side[2] = 0
  fi;
  fault()
}

active proctype world() {
  atomic {
    alive[0] = true; alive[1] = true; alive[2] = true;
    served[0] = true; served[1] = true; served[2] = true;
    presumed[0] = NOBODY; presumed[1] = NOBODY; presumed[2] = NOBODY;
    known[0] = NOBODY; known[1] = NOBODY; known[2] = NOBODY
  }
  do
  :: atomic {
    if :: calm < SETTLE -> calm++ :: else fi;
    do
    :: faults < FAULTS -> if :: i = 0 :: i = 1 :: i = 2 fi; befall()
    :: faults < FAULTS -> befallAll()
    :: break
    od;
    i = 0; act(); i = 1; act(); i = 2; act();
    beacon[0] = sends[0]; beacon[1] = sends[1]; beacon[2] = sends[2];
    printf("holder %d calm %d alive %d%d%d side %d%d%d served %d%d%d role %d%d%d presumed %d%d%d\n", holder, calm,
      alive[0], alive[1], alive[2], side[0], side[1], side[2], served[0], served[1], served[2],
      role[0], role[1], role[2], presumed[0], presumed[1], presumed[2]);
    i = 0; heard = NOBODY; alone = false; apart = false
  }
  od
}
