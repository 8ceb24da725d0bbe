#include "frame.h"

#include "bytes.h"
#include "crc.h"
#include "hal.h"

enum { AT_LENGTH = LINK_HEADER_SIZE - 1 };

static bool is_whole(const uint8_t *frame, uint8_t size)
{
    const uint8_t *crc = frame + size - LINK_TRAILER_SIZE;
    return frame[0] == LINK_VERSION && frame[AT_LENGTH] == size - LINK_HEADER_SIZE - LINK_TRAILER_SIZE
        && take16(&crc) == crc_of(frame, size - (size_t)LINK_TRAILER_SIZE);
}

bool frame_read(const uint8_t *frame, uint8_t size, struct request *request)
{
    if (!is_whole(frame, size)) return false;
    const uint8_t *at = frame + 1;
    uint8_t type = take8(&at);
    request->nonce = take16(&at);
    request->seq = take16(&at);
    request->size = take8(&at);
    request->payload = at;
    request->is_text = false;
    request->known = message_of_type(type, &request->message);
    request->sound = request->known && layout_fits(request->message.request, request->size);
    return true;
}

void frame_head(uint8_t *frame, uint8_t type, uint16_t nonce, uint16_t seq, uint8_t size)
{
    put8(&frame, LINK_VERSION);
    put8(&frame, type);
    put16(&frame, nonce);
    put16(&frame, seq);
    put8(&frame, size);
}

static uint8_t run_without_zero(const uint8_t *from, const uint8_t *end)
{
    uint8_t run = 0;
    while (from + run != end && from[run] != 0) run++;
    return run;
}

/* At most 254 bytes go in, so that a run never needs the code 255 in the middle of a frame. */
static void send_stuffed(const uint8_t *from, const uint8_t *end)
{
    for (;;) {
        uint8_t run = run_without_zero(from, end);
        hal_serial_put((uint8_t)(run + 1));
        while (run-- != 0) hal_serial_put(*from++);
        if (from == end) break;
        from++;   /* the zero, which the next code stands for */
    }
    hal_serial_put(LINK_DELIMITER);
    hal_serial_flush();
}

void frame_send(uint8_t *frame)
{
    uint8_t *end = frame + LINK_HEADER_SIZE + frame[AT_LENGTH];
    put16(&end, crc_of(frame, (size_t)(end - frame)));
    send_stuffed(frame, end);
}
