/*
 * Reads each request as a whole, then answers 200: what a loader can do at most. Its own counters count, not those of the
 * loaders. SIGUSR1 prints and resets them: requests, bodies cut short, seconds from the first to the last, bytes.
 *
 *     gcc -O2 -pthread sink.c -o sink && ./sink PORT
 */
#define _GNU_SOURCE
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CAPACITY = 256 * 1024 };

static const char ANSWER[] = "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n";
static const char CONTINUE[] = "HTTP/1.1 100 Continue\r\n\r\n";
static long requests, bytes, cut;
static double first, last;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void report(int signal) {
    (void)signal;
    fprintf(stderr, "requests=%ld cut=%ld seconds=%.3f bytes=%ld\n", requests, cut, last - first, bytes);
    fflush(stderr);
    requests = bytes = cut = 0;
    first = 0;
}

static void count(long length) {
    last = now();
    if (first == 0) first = last;
    __sync_fetch_and_add(&requests, 1);
    __sync_fetch_and_add(&bytes, length);
}

static void *serve(void *argument) {
    int peer = (int)(long)argument;
    char *buffer = malloc(CAPACITY + 1);
    size_t held = 0;
    for (;;) {
        char *end;
        buffer[held] = 0;
        while ((end = memmem(buffer, held, "\r\n\r\n", 4)) == NULL) {
            ssize_t got = read(peer, buffer + held, CAPACITY - held);
            if (got <= 0) goto gone;
            held += got;
            buffer[held] = 0;
        }
        *end = 0;
        char *field = strcasestr(buffer, "content-length:");
        long length = field == NULL ? 0 : atol(field + 15);
        if (strcasestr(buffer, "100-continue") && write(peer, CONTINUE, sizeof CONTINUE - 1) < 0) goto gone;
        long head = end + 4 - buffer;
        long have = held - head;
        if (have >= length) {
            memmove(buffer, buffer + head + length, have - length);
            held = have - length;
        } else {
            held = 0;
            for (long left = length - have; left > 0;) {
                ssize_t got = read(peer, buffer, left < CAPACITY ? left : CAPACITY);
                if (got <= 0) {
                    __sync_fetch_and_add(&cut, 1);
                    goto gone;
                }
                left -= got;
            }
        }
        count(length);
        if (write(peer, ANSWER, sizeof ANSWER - 1) < 0) goto gone;
    }
gone:
    close(peer);
    free(buffer);
    return NULL;
}

int main(int count_of_arguments, char **arguments) {
    if (count_of_arguments != 2) {
        fprintf(stderr, "usage: sink PORT\n");
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    signal(SIGUSR1, report);
    int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(arguments[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 512)) {
        perror("sink");
        return 1;
    }
    for (;;) {
        int peer = accept(listener, NULL, NULL);
        if (peer < 0) continue;
        setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        pthread_t thread;
        pthread_create(&thread, NULL, serve, (void *)(long)peer);
        pthread_detach(thread);
    }
}
