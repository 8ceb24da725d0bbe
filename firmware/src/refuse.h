/* How a check tells why it refuses: 0 is "go on", anything else a reason of enum link_nak. */
#ifndef REFUSE_H
#define REFUSE_H

#include <stdint.h>

#include "link_protocol.h"

typedef uint8_t refusal;

enum { ACCEPTED = 0 };

/* The value that goes with the last refusal. */
extern uint32_t refused_value;

static inline refusal refuse_with(enum link_nak reason, uint32_t value)
{
    refused_value = value;
    return (refusal)reason;
}

static inline refusal refuse(enum link_nak reason) { return refuse_with(reason, 0); }

#endif
