/*
 * Sends chunks, or the same bytes as files, and waits for each answer: a thread and a blocking socket a connection, one
 * writev a request, every file in a session of its own.
 *
 *     gcc -O2 -pthread load.c -o load && ./load PORT CONNECTIONS SECONDS BODY chunks|files RUN CHUNKS-A-FILE [MOST]
 *
 * With MOST it sends no more requests than that, and each body begins with octets of its own, so that no two are equal.
 * Prints: requests answered with 2xx, seconds, other requests.
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
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { MOST_CONNECTIONS = 1024, HEAD = 512, ANSWER = 8192, MARK = 40 };

static int port, as_chunks;
static long size, per_file, run, most, asked;
static char *body;
static double end;
static long good, bad;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static int dial(void) {
    int on = 1, socket_ = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (connect(socket_, (struct sockaddr *)&address, sizeof address) != 0) {
        close(socket_);
        return -1;
    }
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket_;
}

/* The head goes on into the body's mark, which has that length and may be empty. */
static int send_all(int to, char *head, size_t head_size, size_t mark) {
    struct iovec rest[2] = {{head, head_size + mark}, {body + mark, size - mark}};
    while (rest[0].iov_len + rest[1].iov_len > 0) {
        ssize_t sent = writev(to, rest, 2);
        if (sent <= 0) return -1;
        for (int i = 0; i < 2; i++) {
            size_t part = (size_t)sent < rest[i].iov_len ? (size_t)sent : rest[i].iov_len;
            rest[i].iov_base = (char *)rest[i].iov_base + part;
            rest[i].iov_len -= part;
            sent -= part;
        }
    }
    return 0;
}

/* The status of the next answer, -1 when there is none; its body is read and forgotten. */
static int answer(int from) {
    char text[ANSWER + 1];
    size_t have = 0;
    for (;;) {
        ssize_t got = read(from, text + have, ANSWER - have);
        if (got <= 0) return -1;
        have += got;
        text[have] = 0;
        char *blank = strstr(text, "\r\n\r\n");
        if (blank == NULL) continue;
        char *length = strcasestr(text, "\r\ncontent-length:");
        long left = (length != NULL && length < blank ? atol(length + 17) : 0) - (long)(text + have - blank - 4);
        while (left > 0) {
            got = read(from, text, left < ANSWER ? left : ANSWER);
            if (got <= 0) return -1;
            left -= got;
        }
        return atoi(text + 9);
    }
}

static int put(char *head, long connection, long number) {
    long file = number / per_file, from = number % per_file * size;
    if (!as_chunks) {
        return sprintf(head, "PUT /r%ld/t%ld/f%ld HTTP/1.1\r\nHost: localhost\r\nContent-Length: %ld\r\n\r\n", run,
                connection, number, size);
    }
    return sprintf(head, "PUT /ImageStore/r%ld/t%ld/f%ld/$/UploadChunk?api-version=6.0"
            "&session-id=%04lx%04lx-0000-4000-8000-%012lx HTTP/1.1\r\nHost: localhost\r\n"
            "Content-Type: application/octet-stream\r\nContent-Range: bytes %ld-%ld/%ld\r\n"
            "Content-Length: %ld\r\n\r\n",
            run, connection, file, run, connection, file, from, from + size - 1, per_file * size, size);
}

static void *connection(void *number_) {
    long number = (long)number_, sent = 0;
    char head[HEAD + MARK];
    int on = dial();
    while (on >= 0 && now() < end && (most == 0 || __sync_fetch_and_add(&asked, 1) < most)) {
        int length = put(head, number, sent++);
        int mark = most == 0 ? 0 : sprintf(head + length, "%012ld%012ld%012ld", run, number, sent);
        int status = send_all(on, head, length, mark) == 0 ? answer(on) : -1;
        __sync_fetch_and_add(status >= 200 && status < 300 ? &good : &bad, 1);
        if (status < 0) {
            close(on);
            on = dial();
        }
    }
    close(on);
    return NULL;
}

int main(int count, char **words) {
    if (count != 8 && count != 9) return 2;
    int connections = atoi(words[2]);
    FILE *file = fopen(words[4], "rb");
    if (file == NULL || connections < 1 || connections > MOST_CONNECTIONS) return 2;
    port = atoi(words[1]);
    as_chunks = strcmp(words[5], "chunks") == 0;
    run = atol(words[6]);
    per_file = atol(words[7]);
    most = count == 9 ? atol(words[8]) : 0;
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    rewind(file);
    body = malloc(size);
    if (fread(body, 1, size, file) != (size_t)size || (most > 0 && size < MARK)) return 2;
    signal(SIGPIPE, SIG_IGN);

    pthread_t threads[MOST_CONNECTIONS];
    double start = now();
    end = start + atof(words[3]);
    for (long i = 0; i < connections; i++) pthread_create(&threads[i], NULL, connection, (void *)i);
    for (int i = 0; i < connections; i++) pthread_join(threads[i], NULL);
    printf("%ld %.3f %ld\n", good, now() - start, bad);
    return 0;
}
