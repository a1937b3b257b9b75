Feature: Deleting a session

  @DEL-01 @level:MUST @source:documented @needs:delete-session @explained-by:QRY-05
  Rule: DEL-01 Deleting an open session is answered 200 and discards its chunks

    Source: Delete Image Store Upload Session.

    Scenario: An open session is deleted
      Given a session for 100 bytes that holds 0-49
      When the client deletes the session
      Then the answer is 200

    @needs:get-session
    Scenario: A deleted session is no longer known
      Given a session for 100 bytes that holds 0-49
      When the client deletes the session
      Then the session is not known

    @needs:get-session
    Scenario: A complete session that was deleted is no longer known
      Given a session for 100 bytes that is complete
      When the client deletes the session
      Then the session is not known

    @needs:get-session
    Scenario: Another session at the same path goes on
      Given two upload sessions for files of 100 and 100 bytes at one path
      And bytes 0-49 of each have been uploaded
      When the client deletes the first session
      Then the session still expects bytes 50-99

    @needs:get-session
    Scenario: A session at another path goes on
      Given 2 upload sessions for files of 100 bytes
      And bytes 0-49 of each have been uploaded
      When the client deletes the first session
      Then the session still expects bytes 50-99

    @needs:get-session
    Scenario: A session whose id differs in the last digit goes on
      Given two upload sessions for files of 100 and 100 bytes whose ids differ only in the last digit
      And bytes 0-49 of each have been uploaded
      When the client deletes the first session
      Then the session still expects bytes 50-99

    @needs:get-session
    Scenario: A session whose path begins with the same goes on
      Given an upload session for a file of 100 bytes
      And another session, at a path that begins with the same, for a file of 100 bytes
      And bytes 0-49 of each have been uploaded
      When the client deletes the first session
      Then the session still expects bytes 50-99

  @DEL-02 @level:MUST @source:implied @needs:delete-session @oracle @by-size @explained-by:DEL-01 @explained-by:CHK-17 @explained-by:COM-01
  Rule: DEL-02 Deleting a session leaves the file at its path as it was

    Derivation: what was not committed changes nothing, and neither does giving it up.

    Scenario: A complete session over a file that exists
      Given a stored file of 100 bytes
      And an upload session for a file of 100 bytes at the same path
      And all its bytes have been uploaded
      When the client deletes the session
      Then the stored file is still the old one

    @profile:documented
    Scenario: The session that the file came from
      Given a stored file of 100 bytes
      When the client deletes the session
      Then the file stored before is still the old one

  @DEL-03 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http @needs:delete-session @answer:service-fabric=404-NF @answer:strict-http=404
  Rule: DEL-03 The deletion of a session that does not exist is refused

    Source: the gateway. The documents leave it open; the other profiles state it.

    Scenario: An id that was never used
      Given an upload session for a file of 100 bytes
      When the client deletes the session
      Then the delete is refused

  @DEL-04 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http @needs:delete-session @answer:service-fabric=404-NF @answer:strict-http=404 @explained-by:DEL-03 @explained-by:DEL-01
  Rule: DEL-04 A second deletion finds nothing

    Source: the map of sessions.

    Scenario: A session is deleted twice
      Given a session for 100 bytes that holds 0-49
      And the session has been deleted
      When the client deletes the session
      Then the delete is refused

  @DEL-05 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http @needs:delete-session @explained-by:QRY-08
  Rule: DEL-05 A committed session can be deleted as long as it is kept, and its file stays

    Source: the map of sessions, which has no link to the published file. A strict server has forgotten the session at the
    commit, so that there is nothing to delete.

    @profile:service-fabric
    Scenario: Its record is deleted
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client deletes the session
      Then the answer is 200

    @profile:service-fabric @needs:get-session
    Scenario: Its record is gone
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client deletes the session
      Then the session is not known

    @profile:strict-http @answer:strict-http=404 @about:DEL-03
    Scenario: It is not there any more
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client deletes the session
      Then the delete is refused

    @oracle
    Scenario: The file stays
      Given a stored file of 100 bytes
      When the client deletes the session
      Then the file stored before is still the old one

  @DEL-06 @level:MUST @source:implied @needs:delete-session @explained-by:DEL-01 @explained-by:COM-06
  @explained-by:CHK-01 @explained-by:CHK-03 @explained-by:CHK-04
  Rule: DEL-06 After its deletion a session is as unknown as before its first chunk

    Derivation: a session id may be used again once its session was removed. Whatever lived on would find its way into the
    next file.

    @needs:get-session @profile:service-fabric @profile:strict-http
    Scenario Outline: A query is answered <answer>
      Given a session for 100 bytes that holds 0-49
      And the session has been deleted
      When the client sends a query
      Then the answer is <answer>

      @profile:service-fabric
      Examples:
        | answer |
        | 204    |

      @profile:strict-http
      Examples:
        | answer |
        | 404    |

    @answer:service-fabric=400-ARG @answer:strict-http=404
    Scenario: A commit is refused
      Given a session for 100 bytes that is complete
      And the session has been deleted
      When the client commits the session
      Then the commit is refused

    @needs:get-session
    Scenario: A new chunk finds nothing of it
      Given a session for 100 bytes that holds 0-49
      And the session has been deleted
      When the client uploads bytes 50-59
      Then the chunk is accepted
      And the session still expects bytes 0-49 and 60-99

    @clock @needs:get-session @about:EXP-01 @about:EXP-02
    Scenario: The time of the next one begins with its own first chunk
      Given a session for 100 bytes that holds 0-49
      And 20 minutes have passed
      And the session has been deleted
      And bytes 50-59 have been uploaded
      And 20 minutes have passed
      When the client asks for the session
      Then the session still expects bytes 0-49 and 60-99

    @needs:get-session
    Scenario: A complete one leaves nothing either
      Given a session for 100 bytes that is complete
      And the session has been deleted
      When the client uploads bytes 0-0
      Then the chunk is accepted
      And the session still expects bytes 1-99

    @needs:get-session
    Scenario: A new chunk may state another length
      Given a session for 100 bytes that holds 0-49
      And the session has been deleted
      When the client uploads bytes 60-69 of another file of 70 bytes at the same path under the same id
      Then the chunk is accepted
      And the session still expects bytes 0-59

    @needs:get-session
    Scenario: A new chunk may go to another path
      Given a session for 100 bytes that holds 0-49
      And the session has been deleted
      When the client uploads bytes 0-9 of another file of 100 bytes under the same id
      Then the chunk is accepted
      And the session still expects bytes 10-99

    @about:COM-04
    Scenario: Its bytes do not complete the next file
      Given a session for 100 bytes that holds 0-49
      And the session has been deleted
      When the client uploads bytes 50-99
      And the client commits the session
      Then the commit is refused

    @oracle
    Scenario: The next file is made of its own bytes
      Given a session for 100 bytes that is complete
      And the session has been deleted
      When the client uploads bytes 0-49, 50-99 of another file of 100 bytes at the same path under the same id
      And the client commits the session
      Then the stored file is the uploaded one

    @needs:get-session @about:CHK-23 @about:HTTP-12 @stores:256KiB
    Scenario: A chunk on its way while the session is deleted
      When a session that holds 10000-19999 of 20000 bytes is deleted while bytes 0-9999 of another file are on their way under its id
      Then the session is gone, or a new one that holds nothing but that chunk

    @oracle @needs:get-session @about:CHK-23 @about:HTTP-12 @stores:512KiB
    Scenario: The next file after a chunk was on its way while the session was deleted
      When a session that holds 10000-19999 of 20000 bytes is deleted while bytes 0-9999 of another file are on their way under its id
      Then the other file comes out whole under that id

  @DEL-07 @level:MUST @source:implementation @profile:service-fabric @needs:delete-session @answer:service-fabric=400-ARG @explained-by:SID-03 @explained-by:SID-04 @explained-by:SID-07
  Rule: DEL-07 A deletion without a usable session id is refused

    Source: the checks of the store. The same as SID-03, SID-04 and SID-07 for this operation (ruling 23).

    Scenario: No id
      Given a session for 100 bytes that holds 0-49
      When the client sends a delete with no session id
      Then the delete is refused

    Scenario Outline: <what>
      Given a session for 100 bytes that holds 0-49
      When the client sends a delete with the session id "<id>"
      Then the delete is refused

      Examples:
        | what            | id                                   |
        | An empty id     |                                      |
        | A digit too few | 6a09e667-bb67-4ae8-bc6e-372fe94f82b  |
        | The nil UUID    | 00000000-0000-0000-0000-000000000000 |

  @DEL-08 @level:MAY @source:implementation @profile:service-fabric @needs:delete @needs:get-session @oracle @explained-by:QRY-03
  Rule: DEL-08 Deleting the content at a path need not end the sessions on it

    Source: the file store, which has no link between the two. A session that goes on has lost nothing; one that was ended
    is gone.

    @level:MUST
    Scenario: A file is deleted under a session
      Given a stored file of 100 bytes
      And an upload session for a file of 100 bytes at the same path
      And bytes 0-49 have been uploaded
      And the content at its path has been deleted
      When the client asks for the session
      Then the session goes on, or is gone
