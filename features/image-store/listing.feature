Feature: Listing what is stored

  The only view of the store that the API gives: paths, sizes and dates, one level at a time, never the bytes.

  @GET-01 @level:MUST @source:documented @needs:list @explained-by:VER-04 @explained-by:CHK-17
  Rule: GET-01 A listing shows what is directly there, one level deep

    Source: Get Image Store Content. A client walks the store folder by folder; a level that is left out or flattened
    leads it astray.

    Scenario: A folder with files
      Given the stored files
        | app/one.bin | 10 bytes |
        | app/two.bin | 20 bytes |
      When the client lists "app"
      Then the listing shows exactly
        | file | app/one.bin |
        | file | app/two.bin |

    Scenario: A folder with files and folders
      Given the stored files
        | app/one.bin        | 10 bytes |
        | app/code/two.bin   | 20 bytes |
        | app/data/three.bin | 30 bytes |
      When the client lists "app"
      Then the listing shows exactly
        | file   | app/one.bin |
        | folder | app/code    |
        | folder | app/data    |

    Scenario: A folder with nothing but a folder
      Given a stored file "app/code/main/two.bin" of 20 bytes
      When the client lists "app"
      Then the listing shows exactly
        | folder | app/code |

    Scenario: A folder deep below
      Given the stored files
        | a/b/c/d/e/f/g/h/one.bin | 10 bytes |
        | a/b/c/d/two.bin         | 20 bytes |
        | a/three.bin             | 30 bytes |
      When the client lists "a/b/c/d"
      Then the listing shows exactly
        | file   | a/b/c/d/two.bin |
        | folder | a/b/c/d/e       |

    Scenario: A file lists itself
      Given the stored files
        | app/one.bin | 10 bytes |
        | app/two.bin | 20 bytes |
      When the client lists "app/one.bin"
      Then the listing shows exactly
        | file | app/one.bin |

    Scenario: Names that begin alike are other places
      Given the stored files
        | app/one.bin      | 10 bytes |
        | app2/two.bin     | 20 bytes |
        | app.old          | 30 bytes |
        | ap/three.bin     | 40 bytes |
        | other/app/x.bin  | 50 bytes |
      When the client lists "app"
      Then the listing shows exactly
        | file | app/one.bin |

    Scenario: A file whose name begins like another
      Given the stored files
        | app/one.bin     | 10 bytes |
        | app/one.bin.old | 20 bytes |
      When the client lists "app/one.bin"
      Then the listing shows exactly
        | file | app/one.bin |

    @needs:upload-file @about:PUT-02
    Scenario: An empty file is listed
      Given the stored files
        | app/empty.txt | 0 bytes  |
        | app/one.bin   | 10 bytes |
      When the client lists "app"
      Then the listing shows exactly
        | file | app/empty.txt |
        | file | app/one.bin   |

    Scenario: Many files
      Given 110 stored files of 10 bytes in "app"
      When the client lists "app"
      Then the listing shows exactly the 110 files

    Scenario: A file that was replaced is listed once
      Given a stored file "app/one.bin" of 10 bytes
      And a stored file "app/one.bin" of 20 bytes
      When the client lists "app"
      Then the listing shows exactly
        | file | app/one.bin |

    Scenario: A listing follows what is stored
      Given a stored file "app/one.bin" of 10 bytes
      And the client lists "app"
      And a stored file "app/two.bin" of 20 bytes
      When the client lists "app"
      Then the listing shows exactly
        | file | app/one.bin |
        | file | app/two.bin |

    @needs:delete @about:GET-08
    Scenario: A listing follows what is deleted
      Given the stored files
        | app/one.bin | 10 bytes |
        | app/two.bin | 20 bytes |
      And the client lists "app"
      And "app/one.bin" has been deleted
      When the client lists "app"
      Then the listing shows exactly
        | file | app/two.bin |

    @needs:copy @about:CPY-01
    Scenario: A listing follows what is copied
      Given a stored file "app/one.bin" of 10 bytes
      And a stored file "copy/two.bin" of 20 bytes
      And the client lists "copy"
      And "app/one.bin" has been copied to "copy/one.bin"
      When the client lists "copy"
      Then the listing shows exactly
        | file | copy/one.bin |
        | file | copy/two.bin |

    @needs:upload-chunk @needs:commit @about:CHK-17 @about:COM-01
    Scenario: What is not committed is not listed
      Given a stored file "app/one.bin" of 10 bytes
      And an upload session for a file "app/two.bin" of 100 bytes
      And all its bytes have been uploaded
      When the client lists "app"
      Then the listing shows exactly
        | file | app/one.bin |

    @needs:upload-chunk @needs:commit @about:CHK-17 @about:COM-01
    Scenario: Half an upload is not listed
      Given a stored file "app/one.bin" of 10 bytes
      And an upload session for a file "app/two.bin" of 100 bytes
      And bytes 0-49 have been uploaded
      When the client lists "app"
      Then the listing shows exactly
        | file | app/one.bin |

    Scenario Outline: What has blanks in its path is listed, <what>
      Given a stored file "my app/read me.txt" of 10 bytes, if its name is accepted
      When the client lists "<path>"
      Then the listing shows exactly
        | file | my app/read me.txt |

      Examples:
        | what      | path               |
        | a folder  | my app             |
        | by itself | my app/read me.txt |

    Scenario: A name with quotation marks, if it is accepted
      Given a stored file 'app/say "hi".txt' of 10 bytes, if its name is accepted
      When the client lists "app"
      Then the listing shows exactly
        | file | app/say "hi".txt |

    Scenario Outline: A name <with>, if it is accepted
      Given a stored file "app/<name>" of 10 bytes, if its name is accepted
      When the client lists "app"
      Then the listing shows exactly
        | file | app/<name> |

      Examples:
        | with                | name         |
        | with blanks         | read me.txt  |
        | in other scripts    | пакет包裹.bin  |
        | with a dot before   | .one.bin     |
        | with a plus sign    | a+b.txt      |

      @profile:strict-http @about:URI-11
      Examples: decoded once
        | with                | name         |
        | with a percent sign | 50%20off.txt |

    @needs:list-root
    Scenario: The root shows the folder of this run
      Given a stored file "one.bin" of 10 bytes
      When the client lists the root
      Then the listing shows the folder of the run

    @level:SHOULD @level:service-fabric=MUST @about:COM-21
    Scenario: FileCount counts the files below
      Given the stored files
        | app/sub/one.bin        | 10 bytes |
        | app/sub/two.bin        | 20 bytes |
        | app/sub/deep/three.bin | 30 bytes |
        | app/sub2/four.bin      | 40 bytes |
      When the client lists "app"
      Then the listing shows the folder "app/sub" with 3 files

  @GET-02 @level:MUST @source:documented @needs:list
  Rule: GET-02 An entry has the documented fields, and they are true

    Source: Get Image Store Content, models ImageStoreContent, FileInfo, FileVersion and FolderInfo. 64-bit numbers are
    strings; a typed client fails on a bare number.

    Scenario: Files and folders
      Given the stored files
        | app/one.bin      | 10 bytes |
        | app/code/two.bin | 20 bytes |
      When the client lists "app"
      Then the listing has the documented fields

    Scenario: Files alone
      Given a stored file "app/one.bin" of 10 bytes
      When the client lists "app"
      Then the listing has the documented fields

    Scenario: Folders alone
      Given a stored file "app/code/two.bin" of 10 bytes
      When the client lists "app"
      Then the listing has the documented fields

    Scenario: A file alone
      Given a stored file "app/one.bin" of 10 bytes
      When the client lists "app/one.bin"
      Then the listing has the documented fields

    @stores:256KiB
    Scenario: The sizes are those of the files
      Given the stored files
        | app/one.bin   | 1 byte      |
        | app/two.bin   | 100 bytes   |
        | app/three.bin | 70000 bytes |
      When the client lists "app"
      Then the listing shows "app/one.bin" with 1 byte
      And the listing shows "app/two.bin" with 100 bytes
      And the listing shows "app/three.bin" with 70000 bytes

    Scenario: The size in a file's own listing
      Given a stored file "app/one.bin" of 123 bytes
      When the client lists "app/one.bin"
      Then the listing shows "app/one.bin" with 123 bytes

    Scenario: The size in a file's own listing after it was replaced
      Given a stored file "app/one.bin" of 123 bytes
      And the client lists "app/one.bin"
      And a stored file "app/one.bin" of 321 bytes
      When the client lists "app/one.bin"
      Then the listing shows "app/one.bin" with 321 bytes

    @needs:upload-file @about:PUT-01
    Scenario: The size of a plain upload
      Given a file "app/one.bin" of 321 bytes has been put
      When the client lists "app"
      Then the listing shows "app/one.bin" with 321 bytes

    @needs:upload-file @about:PUT-02
    Scenario: The size of an empty file
      Given a stored file "app/empty.txt" of 0 bytes
      When the client lists "app"
      Then the listing shows "app/empty.txt" with 0 bytes

    Scenario: The size counts bytes and not characters
      Given a stored file "app/one.xml" whose content starts with a byte order mark
      When the client lists "app"
      Then the listing shows "app/one.xml" with 116 bytes

    Scenario Outline: The size after <old> were replaced by <new>
      Given a stored file "app/one.bin" of <old>
      And a stored file "app/one.bin" of <new>
      When the client lists "app"
      Then the listing shows "app/one.bin" with <new>

      Examples:
        | old       | new       |
        | 100 bytes | 300 bytes |
        | 300 bytes | 100 bytes |

    @needs:upload-file @about:PUT-03
    Scenario: The size after a plain upload has replaced a longer file
      Given a file "app/one.bin" of 300 bytes has been put
      And a file "app/one.bin" of 100 bytes has been put
      When the client lists "app"
      Then the listing shows "app/one.bin" with 100 bytes

    @needs:copy @about:CPY-01 @about:CPY-06
    Scenario: The size after a copy has replaced another file
      Given the stored files
        | app/one.bin  | 100 bytes |
        | copy/one.bin | 300 bytes |
      And "app/one.bin" has been copied to "copy/one.bin"
      When the client lists "copy"
      Then the listing shows "copy/one.bin" with 100 bytes

    @needs:upload-chunk @needs:commit @about:CHK-17 @about:COM-03
    Scenario: The size while another upload is on its way
      Given a stored file "app/one.bin" of 300 bytes
      And an upload session for a file "app/one.bin" of 100 bytes
      And all its bytes have been uploaded
      When the client lists "app"
      Then the listing shows "app/one.bin" with 300 bytes

    @profile:service-fabric
    Scenario: Dates as the runtime writes them
      Given a stored file "app/one.bin" of 10 bytes
      When the client lists "app"
      Then every ModifiedDate of the listing has the form of the runtime

    @last
    Scenario: Every listing of the run
      Then every listing of the run was described by the documented fields

  @GET-03 @level:MAY @source:implementation @profile:service-fabric @needs:list @explained-by:GET-01
  Rule: GET-03 A listing may come in pages, by ContinuationToken

    Source: the gateway takes the token of an answer as a query parameter. Whether there are pages is the server's affair;
    together they are the listing, without gaps and without doubles.

    @level:MUST @stores:256KiB
    Scenario: All pages make up the listing
      Given 40 stored files of 10 bytes in "a-folder-with-a-name-that-takes-some-room-in-each-of-the-entries-of-its-listing"
      When the client lists "a-folder-with-a-name-that-takes-some-room-in-each-of-the-entries-of-its-listing"
      Then the listing shows exactly the 40 files

  @GET-04 @level:MUST @level:documented=SHOULD @source:documented @needs:list
  Rule: GET-04 The listing of a path where nothing is stored is answered 404

    Source: Get Image Store Content has an error for it. The runtime sends 404 without the documented body, so either will
    do; a client takes any 2xx for a folder that exists.

    Scenario: A folder that never was
      When the client lists "nowhere"
      Then the answer is 404

    Scenario: A file that never was, beside another
      Given a stored file "app/one.bin" of 10 bytes
      When the client lists "app/two.bin"
      Then the answer is 404

    Scenario: The beginning of a name
      Given a stored file "app/one.bin" of 10 bytes
      When the client lists "ap"
      Then the answer is 404

    @needs:upload-chunk @about:CHK-17 @about:COM-01
    Scenario: A file that is being uploaded
      Given an upload session for a file "app/one.bin" of 100 bytes
      And bytes 0-49 have been uploaded
      When the client lists "app/one.bin"
      Then the answer is 404

    @needs:delete @about:GET-08
    Scenario: A file that was deleted
      Given the stored files
        | app/one.bin | 10 bytes |
        | app/two.bin | 20 bytes |
      And "app/one.bin" has been deleted
      When the client lists "app/one.bin"
      Then the answer is 404

    @profile:service-fabric
    Scenario: Without a body
      When the client lists "nowhere"
      Then the answer is 404
      And the answer has no body

  @GET-06 @level:MAY @source:implementation @profile:service-fabric @needs:list @needs:delete @explained-by:GET-08
  Rule: GET-06 A folder that exists and is empty may be answered 204

    Source: the gateway sends 204 when there is nothing to list. A store that keeps no empty folders has lost this one with
    its last file.

    @level:MUST @about:COM-21
    Scenario: A folder whose only file was deleted
      Given a stored file "app/one.bin" of 10 bytes
      And "app/one.bin" has been deleted
      When the client lists "app"
      Then the folder is shown as empty or as absent

  @GET-07 @level:MUST @source:implementation @needs:list @explained-by:GET-01
  Rule: GET-07 Listed paths have the separator of the platform, throughout

    Source: a store on Windows lists paths with "\", one on Linux with "/". Either will do; a client that splits paths
    cannot do with both.

    @last
    Scenario: One separator throughout the run
      Then all paths that the run has listed had the same separator
