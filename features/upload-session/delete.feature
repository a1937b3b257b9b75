Feature: Deleting a session

  @DEL-01 @level:MUST @source:documented @needs:delete-session
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

  @DEL-02 @level:MUST @source:implied @needs:delete-session @oracle @by-size @explained-by:DEL-01 @explained-by:CHK-17 @explained-by:COM-01
  Rule: DEL-02 Deleting a session leaves the file at its path as it was

    Derivation: what was not committed changes nothing, and neither does giving it up.

    Scenario: A complete session over a file that exists
      Given a stored file of 100 bytes
      And an upload session for a file of 100 bytes at the same path
      And all its bytes have been uploaded
      When the client deletes the session
      Then the stored file is still the old one
