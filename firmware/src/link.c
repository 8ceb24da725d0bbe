#include "link.h"

#include "bytes.h"
#include "frame.h"
#include "hal.h"
#include "limits.h"
#include "pulses.h"
#include "receive.h"
#include "session.h"
#include "text.h"

enum { SMALL_PAYLOAD = 34 };   /* the longest answer that is not numbered: hello */

uint32_t refused_value;

/* The acknowledgement of the last numbered request, kept so that it can be sent again. */
static uint8_t kept[LINK_MOST_FRAME];
static uint8_t dropped_seen;

/* The command under way, for its busy beats. */
static struct {
    bool runs;
    bool is_text;
    uint16_t seq;
    uint32_t beat_ms;
} under_way;

void link_begin(void)
{
    link_receive_reset();
    session_begin();
    limits_begin();
    pulses_begin();
    dropped_seen = 0;
    under_way.runs = false;
}

static void send(uint8_t *frame, bool is_text)
{
    if (is_text)
        text_send(frame);
    else
        frame_send(frame);
}

static void send_refusal(const struct request *request, refusal why)
{
    uint8_t frame[LINK_HEADER_SIZE + 5 + LINK_TRAILER_SIZE];
    uint8_t *at = frame + LINK_HEADER_SIZE;
    put8(&at, why);
    put32(&at, refused_value);
    frame_head(frame, LINK_REPLY_NAK, session.nonce, request->seq, 5);
    send(frame, request->is_text);
}

void link_beat(void)
{
    uint8_t frame[LINK_HEADER_SIZE + LINK_TRAILER_SIZE];
    if (!under_way.runs || hal_millis() - under_way.beat_ms < LINK_BUSY_MS) return;
    under_way.beat_ms = hal_millis();
    frame_head(frame, LINK_REPLY_BUSY, session.nonce, under_way.seq, 0);
    send(frame, under_way.is_text);
}

static refusal act(const struct request *request, uint8_t *frame)
{
    uint8_t *at = frame + LINK_HEADER_SIZE;
    refusal why = request->message.act(request->payload, request->size, &at);
    if (why != ACCEPTED) return why;
    uint8_t size = (uint8_t)(at - frame - LINK_HEADER_SIZE);
    frame_head(frame, request->message.type | LINK_REPLY_FLAG, session.nonce, request->seq, size);
    return ACCEPTED;
}

static refusal act_numbered(const struct request *request)
{
    under_way.seq = request->seq;
    under_way.is_text = request->is_text;
    under_way.beat_ms = hal_millis();
    under_way.runs = true;
    refusal why = act(request, kept);
    pulses_settle();   /* also where it was refused: then it fired none */
    under_way.runs = false;
    if (why == ACCEPTED) session.last_seq = request->seq;
    return why;
}

static void answer_unnumbered(const struct request *request)
{
    uint8_t frame[LINK_HEADER_SIZE + SMALL_PAYLOAD + LINK_TRAILER_SIZE];
    refusal why = request->sound ? act(request, frame) : refuse(LINK_NAK_FORMAT);
    if (why == ACCEPTED)
        send(frame, request->is_text);
    else
        send_refusal(request, why);
}

static uint16_t next_seq(void)
{
    return session.last_seq == LINK_SEQUENCE_MOST ? LINK_SEQUENCE_FIRST : (uint16_t)(session.last_seq + 1);
}

static refusal check_and_act(const struct request *request)
{
    if (request->seq != next_seq()) return refuse_with(LINK_NAK_GAP, session.last_seq);
    if (!request->known) return refuse(LINK_NAK_TYPE);
    if (!request->sound) return refuse(LINK_NAK_FORMAT);
    return act_numbered(request);
}

static void answer_numbered(const struct request *request)
{
    refusal why = ACCEPTED;
    if (request->nonce != session.nonce)
        why = refuse_with(LINK_NAK_SESSION, session.nonce);
    else if (request->seq == session.last_seq && request->seq != 0)
        session.replays++;
    else
        why = check_and_act(request);
    if (why == ACCEPTED)
        send(kept, request->is_text);
    else
        send_refusal(request, why);
}

static void answer(const struct request *request)
{
    if (request->nonce == session.nonce) session_feed();
    if (request->known && !request->message.numbered)
        answer_unnumbered(request);
    else
        answer_numbered(request);
    if (request->nonce == session.nonce) session_feed();   /* the watchdog stood still meanwhile */
}

static void count_dropped(void)
{
    uint8_t dropped = link_dropped();
    session.bad_frames = (uint16_t)(session.bad_frames + (uint8_t)(dropped - dropped_seen));
    dropped_seen = dropped;
}

void link_poll(void)
{
    struct request request;
    uint8_t *bytes, size;
    limits_tick();
    count_dropped();
    enum link_input what = link_input(&bytes, &size);

    /* Only now: abort bytes that came before this input disarm before it is heeded. */
    session_guard();
    if (what == LINK_INPUT_NONE) {
        hal_idle();
        return;
    }
    if (what == LINK_INPUT_LINE ? text_read(bytes, size, &request) : frame_read(bytes, size, &request))
        answer(&request);
    else
        session.bad_frames++;
    link_release();
}

refusal hello(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    (void)request;
    (void)size;
    put16(reply, FIRMWARE_VERSION);
    for (uint8_t i = 0; i < sizeof board.name; i++) put8(reply, (uint8_t)board.name[i]);
    put32(reply, board.serial);
    put16(reply, session.last_seq);
    put16(reply, board.rows);
    put16(reply, board.columns);
    put32(reply, board.capabilities);
    put32(reply, session.up_total);
    put32(reply, session.down_total);
    put16(reply, session.watchdog_ms);
    return ACCEPTED;
}

refusal status(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    (void)request;
    (void)size;
    put8(reply, session.armed);
    put16(reply, session.last_seq);
    put32(reply, session.up_total);
    put32(reply, session.down_total);
    put16(reply, session.bad_frames);
    put16(reply, session.replays);
    put16(reply, session.watchdog_trips);
    put16(reply, session.aborts);
    return ACCEPTED;
}

refusal arm(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    (void)size;
    (void)reply;
    uint32_t serial = take32(&request);
    uint8_t forming = take8(&request);
    uint16_t watchdog = take16(&request);
    if (serial != board.serial) return refuse_with(LINK_NAK_SERIAL, board.serial);
    if (forming > 1 || watchdog < LINK_WATCHDOG_LEAST_MS || watchdog > LINK_WATCHDOG_MOST_MS)
        return refuse(LINK_NAK_FORMAT);
    if (forming == 1 && !board_can(LINK_CAPABILITY_FORMING)) return refuse(LINK_NAK_FORMING);
    session.watchdog_ms = watchdog;
    session.armed = forming == 1 ? ARMED_FORMING : ARMED;
    return ACCEPTED;
}

refusal disarm(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    (void)request;
    (void)size;
    (void)reply;
    session_disarm();
    return ACCEPTED;
}
