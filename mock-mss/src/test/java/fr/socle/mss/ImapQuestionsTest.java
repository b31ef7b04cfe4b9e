package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions a suite of IMAP tests puts to a server, each on a folder of its own. */
class ImapQuestionsTest {
  private static MailBench mail;

  private final String folder = "q" + UUID.randomUUID();

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    mail = MailBench.open(pki, Map.of("mss.taille-bal", "1"));
  }

  @AfterAll
  static void stop() {
    assertThat(mail.journal()).noneMatch(each -> each.decoded().has("erreurDuBanc"));
    mail.close();
  }

  private static String crlf(String text) {
    return text.replace("\n", "\r\n");
  }

  private static void append(RawMail client, String name, String options, String message)
      throws Exception {
    byte[] bytes = crlf(message).getBytes(StandardCharsets.UTF_8);
    client.say("ap APPEND " + name + " " + options + "{" + bytes.length + "+}");
    client.send(bytes);
    client.say("");
    assertThat(client.until("ap ").toString()).contains("ap OK");
  }

  /** A folder with these messages, selected. */
  private RawMail opened(String... messages) throws Exception {
    RawMail client = mail.paul();
    assertThat(client.ask("cr", "CREATE " + folder)).contains("cr OK");
    for (String each : messages) {
      append(client, folder, "", each);
    }
    assertThat(client.ask("se", "SELECT " + folder)).contains("se OK");
    return client;
  }

  private static String numbered(int count) {
    return "Subject: s" + count + "\n\nbody" + count + "\n";
  }

  private RawMail openedWith(int count) throws Exception {
    String[] all = new String[count];
    for (int i = 0; i < count; i++) {
      all[i] = numbered(i + 1);
    }
    return opened(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "From: a@d.org (Real Name)|(\"Real Name\" NIL \"a\" \"d.org\")",
        "From: <@route:a@d.org>|(NIL \"@route\" \"a\" \"d.org\")",
        "From: a@d.org|(NIL NIL \"a\" \"d.org\")",
        "From: \"Le \\\"Bon\\\" Nom\" <a@d.org>|(\"Le \\\"Bon\\\" Nom\" NIL \"a\" \"d.org\")",
        "From: =?UTF-8?Q?=C3=A9t=C3=A9?= <a@d.org>|(\"=?UTF-8?Q?=C3=A9t=C3=A9?=\" NIL \"a\" \"d.org\")",
        "From: <a (dit) @ (ici) d.org>|(NIL NIL \"a\" \"d.org\")",
      })
  void anEnvelopeNamesWhoWrote(String header, String address) throws Exception {
    try (RawMail client = opened(header + "\nSender: \nReply-To: \n\nbody\n")) {
      String three = "(" + address + ") (" + address + ") (" + address + ")";
      assertThat(client.ask("a", "FETCH 1 ENVELOPE"))
          .contains("(ENVELOPE (NIL NIL " + three + " NIL NIL NIL NIL NIL))");
    }
  }

  @Test
  void anEnvelopeNamesGroups() throws Exception {
    try (RawMail client =
        opened(
            "To: g: a@d.org, b@d.org;, h: c@d.org;\n vide:;\nIn-Reply-To: <r@i>\nMessage-ID: <m@i>\n\nb\n")) {
      assertThat(client.ask("a", "FETCH 1 ENVELOPE"))
          .contains(
              "((NIL NIL \"g\" NIL)(NIL NIL \"a\" \"d.org\")(NIL NIL \"b\" \"d.org\")(NIL NIL NIL NIL)"
                  + "(NIL NIL \"h\" NIL)(NIL NIL \"c\" \"d.org\")(NIL NIL NIL NIL)"
                  + "(NIL NIL \"vide\" NIL)(NIL NIL NIL NIL)) NIL NIL \"<r@i>\" \"<m@i>\"))");
    }
  }

  private static final String NESTED =
      """
      From: user@d.org
      Mime-Version: 1.0
      Content-Type: multipart/mixed; boundary="foo
       bar"

      prologue

      --foo bar
      Content-Type: text/x-myown; charset=us-ascii

      hello

      --foo bar\s
      Content-Type: message/rfc822

      From: sub@d.org
      Subject: submsg
      X-Foo: x
      Content-Type: multipart/alternative; boundary="foo"

      sub prologue
      --foo
      Content-Type: text/html
      Content-Language: fr, en

      <p>Hello</p>

      --foo

      --foobar
      Content-Type: image/png

      --foo--
      sub epilogue

      --foo bar--
      epilogue
      """;

  @Test
  void theStructureOfPartsWithinPartsIsTold() throws Exception {
    try (RawMail client = opened(NESTED)) {
      assertThat(client.ask("a", "FETCH 1 BODY"))
          .contains(
              "* 1 FETCH (BODY ((\"TEXT\" \"X-MYOWN\" (\"CHARSET\" \"us-ascii\") NIL NIL \"7BIT\" 7 1)"
                  + "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" ")
          .contains("((\"TEXT\" \"HTML\" NIL NIL NIL \"7BIT\" 14 1)(\"TEXT\" \"PLAIN\"")
          .contains("\"ALTERNATIVE\") ", " \"MIXED\"))");
      assertThat(client.ask("b", "FETCH 1 BODYSTRUCTURE"))
          .contains("(\"fr\" \"en\")")
          .contains("\"MIXED\" (\"BOUNDARY\" \"foo bar\") NIL NIL NIL)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|hello^",
        "1.MIME|Content-Type: text/x-myown; charset=us-ascii^^",
        "2.MIME|Content-Type: message/rfc822^^",
        "2.HEADER.FIELDS (from subject X-None)|From: sub@d.org^Subject: submsg^^",
        "2.HEADER.FIELDS.NOT (from X-FOO content-type)|Subject: submsg^^",
        "2.1|<p>Hello</p>^",
        "2.1.MIME|Content-Type: text/html^Content-Language: fr, en^^",
        "HEADER.FIELDS (mime-version)|Mime-Version: 1.0^^",
        "HEADER.FIELDS (x-none)|^",
      })
  void aSectionIsThatOfItsNumber(String section, String text) throws Exception {
    String bytes = text.replace("^", "\r\n");
    try (RawMail client = opened(NESTED)) {
      client.say("a FETCH 1 BODY.PEEK[" + section + "]");
      assertThat(String.join("\r\n", client.until("a ")))
          .startsWith("* 1 FETCH (BODY[")
          .contains("] {" + bytes.length() + "}\r\n" + bytes);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|From: d@d.org^Content-Type: multipart/digest; boundary=x^^--x^^Subject: m1^^m1 body^^--x--^",
        "1.HEADER|From: d@d.org^Content-Type: multipart/digest; boundary=x^^",
        "1.1|Subject: m1^^m1 body^",
        "1.1.MIME|^",
        "1.1.HEADER|Subject: m1^^",
        "1.1.TEXT|m1 body^",
      })
  void aMessageWithinTheMessageIsItsOnlyPart(String section, String text) throws Exception {
    String bytes = text.replace("^", "\r\n");
    try (RawMail client = opened(DIGEST)) {
      client.say("a FETCH 1 BODY.PEEK[" + section + "]");
      assertThat(String.join("\r\n", client.until("a ")))
          .contains("{" + bytes.length() + "}\r\n" + bytes);
    }
  }

  private static final String DIGEST =
      """
      From: a@d.org
      Content-Type: message/rfc822

      From: d@d.org
      Content-Type: multipart/digest; boundary=x

      --x

      Subject: m1

      m1 body

      --x--
      """;

  @Test
  void someBytesOfAPartAreThoseAsked() throws Exception {
    try (RawMail client = opened("Subject: s\n\nb123\n\n\n")) {
      assertThat(client.ask("a", "FETCH 1 BODY.PEEK[TEXT]<0.1>")).contains("BODY[TEXT]<0> {1}\nb)");
      assertThat(client.ask("b", "FETCH 1 BODY.PEEK[TEXT]<1.3>")).contains("<1> {3}\n123)");
      assertThat(client.ask("c", "FETCH 1 BODY.PEEK[TEXT]<5.9999>")).contains("<5> {5}");
      assertThat(client.ask("d", "FETCH 1 BODY.PEEK[TEXT]<10.1>")).contains("<10> {0}");
      assertThat(client.ask("e", "FETCH 1 BODY.PEEK[TEXT]<4294967295.1>")).contains("{0}");
      assertThat(client.ask("f", "FETCH 1 (FLAGS)")).doesNotContain("Seen");
      assertThat(client.ask("g", "FETCH 1 RFC822.TEXT")).contains("\\Seen");
    }
  }

  @Test
  void aLargeMessageIsReadFromItsMiddle() throws Exception {
    String line = "0123456789abcdef".repeat(4) + "\r\n";
    try (RawMail client = opened("Subject: s\n\n" + line.repeat(9000).replace("\r", ""))) {
      for (int from : List.of(262_130, 262_144, 524_288, 590_000)) {
        client.say("a FETCH 1 BODY.PEEK[]<" + from + ".16>");
        int place = (from - "Subject: s\r\n\r\n".length()) % 66;
        assertThat(String.join("\r\n", client.until("a ")))
            .contains("{16}\r\n" + (line + line).substring(place, place + 16));
      }
    }
  }

  private static final String[] ADDRESSED = {
    "From: user-from@domain.org\nTo: user-to@domain.org\n\nbody\n",
    "From: RealFrom <user-from@domain.org>\nTo: RealTo <user-to@domain.org>\n\nbody2\n",
    "From: <user-from (comment)@ (comment) domain.org>\nTo: <user-to@domain.org>\n\nbody3\n",
    "From: user-from@domain.org (RealFrom)\nTo: user-to@domain.org (RealTo)\n\nbody4\n",
    "From: a1@domain.org, a2@domain.org\n\nbody5\n",
    "To: groupname: g1@domain.org, g2@domain.org;,\n other: g3@domain.org;\n\nbody6\n",
  };

  @Test
  void addressesAreFoundWhateverTheirForm() throws Exception {
    try (RawMail client = opened(ADDRESSED)) {
      for (String[] each :
          new String[][] {
            {"FROM user-from@domain.org", "1 2 3 4"},
            {"TO user-to@domain.org", "1 2 3 4"},
            {"FROM realfrom", "2 4"},
            {"FROM ser-fro", "1 2 3 4"},
            {"HEADER FROM \"\"", "1 2 3 4 5"},
            {"HEADER TO \"\"", "1 2 3 4 6"},
            {"FROM a2", "5"},
            {"TO groupname", "6"},
            {"TO g3@domain.org", "6"},
            {"TO g4", ""},
            {"CC \"\"", ""},
            {"NOT HEADER FROM \"\"", "6"},
            {"BODY body4", "4"},
            {"BODY NIL", ""},
            {"TEXT realto", "2 4"},
            {"OR FROM a1 TO g1", "5 6"},
          }) {
        assertThat(client.ask("a", "SEARCH " + each[0]).lines().findFirst().orElse(""))
            .as(each[0])
            .isEqualTo(("* SEARCH " + each[1]).strip());
      }
    }
  }

  @Test
  void datesAreThoseOfWhoWroteAndOfWhoAppended() throws Exception {
    try (RawMail client = opened()) {
      String sent = "Date: Thu, 24 Mar 2007 23:00:00 +0200\n\nbody\n";
      append(client, folder, "\"24-Mar-2007 23:00:00 +0200\" ", sent);
      append(client, folder, "\" 5-Oct-2007 00:00:00 -0300\" ", sent.replace("24 Mar", "5 Oct"));
      assertThat(client.ask("b", "FETCH 1:2 INTERNALDATE"))
          .contains("\"24-Mar-2007 23:00:00 +0200\"", "\"05-Oct-2007 00:00:00 -0300\"");
      for (String[] each :
          new String[][] {
            {"ON 24-mar-2007", "1"},
            {"BEFORE 25-Mar-2007", "1"},
            {"SINCE 5-Oct-2007", "2"},
            {"ON 5-Oct-2007", "2"},
            {"SENTON 24-Mar-2007", "1"},
            {"SENTBEFORE \"25-Mar-2007\"", "1"},
            {"SENTSINCE 25-Mar-2007", "2"},
          }) {
        assertThat(client.ask("c", "SEARCH " + each[0]))
            .as(each[0])
            .contains("* SEARCH " + each[1] + "\n");
      }
    }
  }

  @Test
  void setsHoldWhatTheyName() throws Exception {
    try (RawMail client = openedWith(6)) {
      assertThat(client.ask("a", "STORE 2 +FLAGS \\deleted")).contains("\\Deleted");
      assertThat(client.ask("b", "EXPUNGE")).contains("* 2 EXPUNGE");
      for (String[] each :
          new String[][] {
            {"SEARCH ALL", "1 2 3 4 5"},
            {"UID SEARCH ALL", "1 3 4 5 6"},
            {"SEARCH 1:3,5", "1 2 3 5"},
            {"SEARCH 4:2", "2 3 4"},
            {"SEARCH UID 4:2", "2 3"},
            {"SEARCH NOT 2,4", "1 3 5"},
            {"SEARCH OR 1 UID 3", "1 2"},
            {"SEARCH *", "5"},
            {"SEARCH UID *", "5"},
            {"SEARCH 6:*", "5"},
            {"SEARCH *:3", "3 4 5"},
            {"SEARCH 1,4,*", "1 4 5"},
            {"SEARCH UID 7:*", "5"},
          }) {
        assertThat(client.ask("c", each[0])).as(each[0]).contains("* SEARCH " + each[1] + "\n");
      }
      assertThat(client.ask("d", "uid fetch 4:* uid"))
          .contains("* 3 FETCH (UID 4)", "* 5 FETCH (UID 6)");
      assertThat(client.ask("e", "UID FETCH 2 UID")).doesNotContain("FETCH (");
      assertThat(client.ask("f", "FETCH 1 FAST")).contains("FLAGS", "INTERNALDATE", "RFC822.SIZE");
    }
  }

  @Test
  void foldersAreListedAsThePatternsSay() throws Exception {
    try (RawMail client = mail.paul()) {
      for (String each : List.of("", "/a", "/b", "/c/d/e")) {
        assertThat(client.ask("a", "CREATE " + folder + each)).contains("a OK");
      }
      assertThat(client.ask("b", "list \"\" \"\"")).contains("* LIST (\\Noselect) \"/\" \"\"");
      assertThat(names(client.ask("c", "LIST \"\" " + folder + "/%")))
          .containsExactly("/a", "/b", "/c");
      assertThat(names(client.ask("d", "LIST " + folder + "/ *")))
          .containsExactly("/a", "/b", "/c", "/c/d", "/c/d/e");
      assertThat(names(client.ask("e", "LIST \"\" " + folder + "/%/%"))).containsExactly("/c/d");
      assertThat(names(client.ask("f", "LIST \"\" " + folder + "/*d"))).containsExactly("/c/d");
      assertThat(client.ask("g", "LIST \"\" inb*")).contains(" INBOX\n");
      assertThat(client.ask("h", "LIST \"\" NIL")).contains("h OK");
      assertThat(client.ask("i", "DELETE " + folder + "/c")).contains("i OK");
      assertThat(client.ask("j", "LIST \"\" " + folder + "/%"))
          .contains("(\\Noselect \\HasChildren) \"/\" " + folder + "/c\n");
      assertThat(client.ask("k", "SELECT " + folder + "/c")).contains("k NO");
    }
  }

  private List<String> names(String listed) {
    Matcher matcher = Pattern.compile("\"/\" " + folder + "(\\S*)").matcher(listed);
    return matcher.results().map(each -> each.group(1)).toList();
  }

  @Test
  void subscriptionsAreNamesThatOutliveTheirFolders() throws Exception {
    try (RawMail client = mail.paul()) {
      for (String each : List.of("", "/a", "/b/a")) {
        assertThat(client.ask("a", "CREATE " + folder + each)).contains("a OK");
      }
      assertThat(client.ask("b", "SUBSCRIBE " + folder + "/a")).contains("b OK");
      assertThat(client.ask("b", "SUBSCRIBE " + folder + "/b/a")).contains("b OK");
      assertThat(client.ask("c", "LSUB \"\" " + folder + "/%"))
          .contains(
              "* LSUB () \"/\" " + folder + "/a\n", "* LSUB (\\Noselect) \"/\" " + folder + "/b\n");
      assertThat(names(client.ask("d", "LSUB \"\" *a"))).containsExactly("/a", "/b/a");
      assertThat(client.ask("e", "DELETE " + folder + "/a")).contains("e OK");
      assertThat(client.ask("f", "LSUB \"\" " + folder + "/*"))
          .contains("(\\Noselect) \"/\" " + folder + "/a\n");
      assertThat(client.ask("g", "UNSUBSCRIBE " + folder + "/a")).contains("g OK");
      assertThat(names(client.ask("h", "LSUB \"\" *"))).containsExactly("/b/a");
    }
  }

  @Test
  void renamingInboxTakesItsMessagesAndLeavesIt() throws Exception {
    try (RawMail client = mail.paul()) {
      append(client, "INBOX", "", numbered(1));
      assertThat(client.ask("a", "CREATE INBOX/" + folder)).contains("a OK");
      assertThat(client.ask("b", "RENAME inbox " + folder)).contains("b OK");
      assertThat(client.ask("c", "STATUS INBOX (MESSAGES)")).contains("(MESSAGES 0)");
      assertThat(client.ask("d", "STATUS " + folder + " (messages)"))
          .doesNotContain("(MESSAGES 0)");
      assertThat(client.ask("e", "LIST \"\" INBOX/%")).contains("INBOX/" + folder);
      assertThat(client.ask("f", "CREATE " + folder + "/x/y")).contains("f OK");
      assertThat(client.ask("g", "RENAME " + folder + " " + folder + "bis")).contains("g OK");
      assertThat(client.ask("h", "STATUS " + folder + "bis/x/y (uidnext)")).contains("h OK");
    }
  }

  @Test
  void twoSessionsOfOneFolderSeeTheSame() throws Exception {
    try (RawMail one = openedWith(2);
        RawMail other = mail.paul();
        RawMail third = mail.paul()) {
      other.ask("a", "SELECT " + folder);
      append(one, folder, "(\\seen \\flagged) ", numbered(3));
      assertThat(other.ask("b", "NOOP")).contains("* 3 EXISTS");
      assertThat(third.ask("c", "status " + folder + " (messages unseen recent)"))
          .contains("(MESSAGES 3 UNSEEN 2 RECENT 0)");
      one.ask("d", "STORE 1 FLAGS (\\seen)");
      other.ask("d", "STORE 1 +FLAGS ($hello)");
      assertThat(other.ask("e", "STORE 1 +FLAGS (\\draft)"))
          .contains("\\Seen", "$hello", "\\Draft");
      assertThat(one.ask("e", "CHECK"))
          .containsSubsequence(
              "* FLAGS (", "$hello", "[PERMANENTFLAGS (", "\\*", "* 1 FETCH (FLAGS");
      assertThat(one.ask("f", "SEARCH KEYWORD $HELLO UNKEYWORD other")).contains("* SEARCH 1\n");
      one.ask("g", "STORE 2 FLAGS.SILENT \\deleted");
      assertThat(one.ask("h", "EXPUNGE")).contains("* 2 EXPUNGE");
      assertThat(other.ask("i", "FETCH 2 UID")).contains("* 2 FETCH (UID 2)", "i OK");
      assertThat(other.ask("j", "FETCH 1:3 BODY.PEEK[TEXT]"))
          .contains("* 1 FETCH", "* 3 FETCH", "j NO [EXPUNGEISSUED]")
          .doesNotContain("* 2 FETCH (BODY");
      assertThat(other.ask("k", "NOOP")).contains("* 2 EXPUNGE");
    }
  }

  @Test
  void aMessageMovedToItsOwnFolderHasAnotherUid() throws Exception {
    try (RawMail client = openedWith(2)) {
      assertThat(client.ask("a", "MOVE 1 " + folder))
          .containsSubsequence("[COPYUID", " 1 3]", "* 1 EXPUNGE", "* 2 EXISTS", "a OK");
    }
  }

  @Test
  void commandsSentAtOnceAreAnsweredOneAfterTheOther() throws Exception {
    try (RawMail client = mail.paul()) {
      client.send(
          "t1 create "
              + folder
              + "\r\nt2 select "
              + folder
              + "\r\nt3 noop\r\n\r\nt4 noop\r\nt5\r\nt6 n\u0085oop\r\n");
      assertThat(
              client.until("t6 ").stream()
                  .filter(each -> each.matches("(t\\d|\\*) (OK|BAD) [A-Z].*")))
          .map(each -> each.substring(0, 5))
          .containsExactly("t1 OK", "t3 OK", "* BAD", "t4 OK", "t5 BA", "t6 BA");
    }
  }

  @Test
  void extendedSearchTellsWhatIsAsked() throws Exception {
    try (RawMail client = openedWith(7)) {
      client.ask("a", "STORE 4 +FLAGS.SILENT \\deleted");
      client.ask("b", "EXPUNGE");
      for (String[] each :
          new String[][] {
            {"SEARCH RETURN (ALL) ALL", "ALL 1:6"},
            {"SEARCH RETURN () ALL", "ALL 1:6"},
            {"SEARCH RETURN (MIN MAX COUNT) ALL", "MIN 1 MAX 6 COUNT 6"},
            {"UID SEARCH RETURN (ALL) ALL", "UID ALL 1:3,5:7"},
            {"SEARCH RETURN (MIN) 1000", ""},
            {"SEARCH RETURN (COUNT) CHARSET UTF-8 1000", "COUNT 0"},
            {"UID SEARCH RETURN (MAX) UID 1:3", "UID MAX 3"},
          }) {
        assertThat(client.ask("c", each[0]).lines().findFirst().orElse(""))
            .as(each[0])
            .isEqualTo(("* ESEARCH (TAG \"c\") " + each[1]).strip());
      }
      assertThat(client.ask("d", "SEARCH RETURN (SAVE) ALL")).contains("d BAD");
    }
  }

  @Test
  void changesAreNumbered() throws Exception {
    try (RawMail client = openedWith(3);
        RawMail other = mail.paul()) {
      other.ask("a", "SELECT " + folder);
      assertThat(client.ask("a", "SELECT " + folder + " (CONDSTORE)")).contains("[HIGHESTMODSEQ ");
      long before =
          number(client.ask("b", "STATUS " + folder + " (HIGHESTMODSEQ)"), "HIGHESTMODSEQ");
      long seen = number(client.ask("c", "STORE 2 +FLAGS.SILENT \\seen"), "MODSEQ \\(");
      assertThat(seen).isGreaterThan(before);
      assertThat(client.ask("d", "FETCH 1:* (FLAGS) (CHANGEDSINCE " + before + ")"))
          .contains("* 2 FETCH (FLAGS (\\Seen", "MODSEQ (" + seen + ")")
          .doesNotContain("* 1 FETCH", "* 3 FETCH");
      other.ask("e", "STORE 1 +FLAGS \\flagged");
      assertThat(client.ask("f", "STORE 1,3 (UNCHANGEDSINCE " + seen + ") +FLAGS.SILENT \\deleted"))
          .contains("f OK [MODIFIED 1]", "* 3 FETCH (MODSEQ")
          .contains("* 1 FETCH (FLAGS (\\Flagged");
      assertThat(client.ask("g", "SEARCH MODSEQ " + seen)).contains("* SEARCH 1 2 3 (MODSEQ ");
      assertThat(client.ask("h", "SEARCH RETURN (MIN) MODSEQ \"/flags/\\\\seen\" all " + seen))
          .contains("MIN 1 MODSEQ ");
      assertThat(client.ask("i", "SEARCH MODSEQ 9223372036854775807")).contains("* SEARCH\n");
      assertThat(other.ask("j", "FETCH 2 MODSEQ"))
          .contains("* 2 FETCH (MODSEQ (" + seen + "))", "[HIGHESTMODSEQ ");
      assertThat(other.ask("k", "ENABLE CONDSTORE QRESYNC")).contains("* ENABLED CONDSTORE\n");
    }
  }

  private static long number(String answer, String after) {
    Matcher matcher = Pattern.compile(after + " ?(\\d+)").matcher(answer);
    assertThat(matcher.find()).as(answer).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  @Test
  void aMailboxHoldsNoMoreThanItsQuota() throws Exception {
    try (RawMail client = opened()) {
      assertThat(client.ask("a", "GETQUOTAROOT " + folder))
          .contains("* QUOTAROOT " + folder + " \"\"", "* QUOTA \"\" (STORAGE ", " 1024)");
      assertThat(client.ask("b", "GETQUOTA \"\"")).contains("* QUOTA");
      assertThat(client.ask("c", "SETQUOTA \"\" (STORAGE 5)")).contains("c NO");
      int size = 1024 * 1024;
      client.say("d APPEND " + folder + " {" + size + "+}");
      client.say("a".repeat(size));
      assertThat(client.until("d ").toString()).contains("d NO [OVERQUOTA]");
      assertThat(client.ask("e", "SELECT " + folder)).contains("* 0 EXISTS");
    }
  }

  @Test
  void aLongNameOfAFolderIsNotKeptAsAMessageWouldBe() throws Exception {
    try (RawMail client = mail.paul()) {
      assertThat(client.ask("a", "APPEND {70000}")).contains("a NO [TOOBIG]");
      client.say("b APPEND {5}");
      assertThat(client.line()).startsWith("+");
      client.say("INBOX {70000}");
      assertThat(client.line()).startsWith("+");
      client.say("a".repeat(70_000));
      assertThat(client.until("b ").toString()).contains("b OK");
    }
  }
}
