#include "session.h"

#include <string.h>

#include "link_protocol.h"
#include "receive.h"

struct session session;
struct hal_board board;

void session_begin(void)
{
    hal_ground();
    memset(&session, 0, sizeof session);
    memset(&board, 0, sizeof board);
    hal_describe(&board);
    session.nonce = hal_boot_nonce();
    session.watchdog_ms = LINK_WATCHDOG_DEFAULT_MS;
}

void session_feed(void) { session.fed_ms = hal_millis(); }

void session_disarm(void)
{
    hal_ground();
    session.armed = DISARMED;
}

static bool starved(void)
{
    return session.armed != DISARMED && hal_millis() - session.fed_ms >= session.watchdog_ms;
}

void session_guard(void)
{
    if (link_aborted()) {
        session_disarm();
        session.aborts++;
        link_abort_flag = 0;
    }
    if (starved()) {
        session_disarm();
        session.watchdog_trips++;
    }
}
