#include "client.h"

#include <stdio.h>
#include <string.h>

#include "bytes.h"
#include "crc.h"
#include "session.h"

int checks_failed, checks_made, busy_beats;
uint16_t waveform_hash;

void check_at(bool holds, const char *what, const char *file, int line)
{
    checks_made++;
    if (holds) return;
    checks_failed++;
    printf("%s:%d: %s does not hold\n", file, line, what);
}

void add8(struct payload *payload, int value) { payload->bytes[payload->size++] = (uint8_t)value; }

void add16(struct payload *payload, int value)
{
    add8(payload, value);
    add8(payload, value >> 8);
}

void add32(struct payload *payload, uint32_t value)
{
    add16(payload, (int)(value & 0xFFFF));
    add16(payload, (int)(value >> 16));
}

void add_float(struct payload *payload, float value)
{
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    add32(payload, bits);
}

uint16_t payload16(const uint8_t *at) { return take16(&at); }
uint32_t payload32(const uint8_t *at) { return take32(&at); }

size_t stuff(const uint8_t *frame, size_t size, uint8_t *stuffed)
{
    size_t code = 0, at = 1;
    for (size_t i = 0; i < size; i++) {
        if (frame[i] != 0) {
            stuffed[at++] = frame[i];
            continue;
        }
        stuffed[code] = (uint8_t)(at - code);
        code = at++;
    }
    stuffed[code] = (uint8_t)(at - code);
    stuffed[at++] = LINK_DELIMITER;
    return at;
}

size_t make_frame(uint8_t type, uint16_t nonce, uint16_t seq, const struct payload *payload, uint8_t *stuffed)
{
    uint8_t frame[LINK_MOST_FRAME];
    uint8_t *at = frame;
    put8(&at, LINK_VERSION);
    put8(&at, type);
    put16(&at, nonce);
    put16(&at, seq);
    put8(&at, payload->size);
    memcpy(at, payload->bytes, payload->size);
    at += payload->size;
    put16(&at, crc_of(frame, (size_t)(at - frame)));
    return stuff(frame, (size_t)(at - frame), stuffed);
}

/* Takes one frame off the rig's output; returns its size without stuffing, 0 where there is none. */
static size_t take_frame(size_t *from, uint8_t *frame)
{
    size_t size = 0;
    while (*from < rig.output_size && rig.output[*from] != LINK_DELIMITER) {
        uint8_t code = rig.output[(*from)++];
        for (uint8_t i = 1; i < code; i++) frame[size++] = rig.output[(*from)++];
        if (rig.output[*from] != LINK_DELIMITER) frame[size++] = 0;
    }
    ++*from;
    return size;
}

static struct reply reply_of(const uint8_t *frame, size_t size)
{
    struct reply reply = { 0 };
    const uint8_t *at = frame + 1;
    const uint8_t *crc = frame + size - LINK_TRAILER_SIZE;
    CHECK(frame[0] == LINK_VERSION);
    CHECK(take16(&crc) == crc_of(frame, size - LINK_TRAILER_SIZE));
    reply.type = take8(&at);
    reply.nonce = take16(&at);
    reply.seq = take16(&at);
    reply.size = take8(&at);
    CHECK(reply.size == size - LINK_HEADER_SIZE - LINK_TRAILER_SIZE);
    memcpy(reply.payload, at, reply.size);
    return reply;
}

struct reply last_reply(void)
{
    struct reply last = { 0 };
    uint8_t frame[LINK_MOST_FRAME];
    for (size_t from = 0; from < rig.output_size;) {
        size_t size = take_frame(&from, frame);
        struct reply reply = reply_of(frame, size);
        if (reply.type == LINK_REPLY_BUSY)
            busy_beats++;
        else
            last = reply;
    }
    rig.output_size = 0;
    return last;
}

struct reply ask_as(uint8_t type, uint16_t nonce, uint16_t seq, const struct payload *payload)
{
    uint8_t stuffed[LINK_MOST_FRAME + 2];
    rig_receive(stuffed, make_frame(type, nonce, seq, payload, stuffed));
    return last_reply();
}

struct reply ask(uint8_t type, const struct payload *payload)
{
    bool numbered = type != LINK_HELLO && type != LINK_STATUS;
    return ask_as(type, session.nonce, numbered ? (uint16_t)(session.last_seq + 1) : 0, payload);
}

bool refused(const struct reply *reply, enum link_nak reason, uint32_t value)
{
    return reply->type == LINK_REPLY_NAK && reply->size == 5 && reply->payload[0] == reason
        && payload32(reply->payload + 1) == value;
}

bool accepted(const struct reply *reply) { return (reply->type & LINK_REPLY_FLAG) != 0; }

const char *ask_line(const char *line)
{
    static char answer[RIG_OUTPUT];
    char sent[256];
    int size = snprintf(sent, sizeof sent, "%s *%04X\r\n", line, crc_of((const uint8_t *)line, strlen(line)));
    rig.output_size = 0;
    rig_receive((const uint8_t *)sent, (size_t)size);
    memcpy(answer, rig.output, rig.output_size);
    answer[rig.output_size] = 0;
    if (rig.output_size > 6) {
        char crc[8];
        size_t body = rig.output_size - 7;
        snprintf(crc, sizeof crc, " *%04X\n", crc_of(rig.output, body));
        CHECK(strcmp(answer + body, crc) == 0);
        answer[body] = 0;
    }
    rig.output_size = 0;
    return answer;
}

void begin_armed(uint32_t capabilities)
{
    rig_begin(capabilities | 1u << LINK_CAPABILITY_COMPLIANCE);
    arm_rig();
}

void arm_rig(void)
{
    struct payload arming = { { 0 }, 0 }, waveform = { { 0 }, 0 };
    add32(&arming, 77);
    add8(&arming, 0);
    add16(&arming, 1000);
    ask(LINK_ARM, &arming);
    add8(&waveform, 0);
    add16(&waveform, 1500);
    add32(&waveform, 1000);
    add16(&waveform, -1400);
    add32(&waveform, 1000);
    add16(&waveform, 100);
    add16(&waveform, 0);
    struct reply reply = ask(LINK_WAVEFORM, &waveform);
    waveform_hash = payload16(reply.payload + 1);
}

struct payload target(int row, int column)
{
    struct payload payload = { { 0 }, 0 };
    add8(&payload, 0);
    add16(&payload, waveform_hash);
    add16(&payload, row);
    add16(&payload, column);
    return payload;
}

struct payload list_of(int row, int column, int pulses)
{
    struct payload payload = target(0, 0);
    add8(&payload, row);
    add8(&payload, column);
    add8(&payload, pulses);
    return payload;
}
