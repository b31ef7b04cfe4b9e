package fr.socle.mss.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.mss.check.Letter.Part;
import fr.socle.mss.protocol.mime.MimeText;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ordinary software writes is not blamed; beside it, what the rule is there for. */
class OrdinarySoftwareTest {
  /** A letter bent in a way, and the rules it breaks. */
  record Case(String how, List<String> rules, Consumer<Letter> bend) {
    @Override
    public String toString() {
      return how;
    }
  }

  @ParameterizedTest
  @MethodSource({"comments", "subjects", "headers", "labels", "bodies", "receipts"})
  void whatIsOrdinaryIsNotBlamed(Case each) {
    Letter letter = new Letter();
    each.bend().accept(letter);

    assertThat(Judged.rules(letter)).containsExactlyInAnyOrderElementsOf(each.rules());
  }

  static Stream<Case> comments() {
    return Stream.of(
        header("nested", "MIME-Version", "1.0 (Mac OS X Mail 16.0 \\(3774.600.62\\))"),
        header("one in another", "MIME-Version", "1.0 (a (b) \"c)"),
        header("within", "MIME-Version", "1.(produced by Essai)0"),
        header("no end", "MIME-Version", "1.0 (a \\)", "MSS-EN-15"),
        header("another version", "MIME-Version", "2.0 (1.0)", "MSS-EN-15"),
        header("zone", "Date", "Mon, 02 Mar 2026 09:00:00 +0100 (CET (Paris\\)))"),
        header("identifier", "Message-ID", "<1.2@b.mssante.fr> (a (b))"),
        header("identifier beside", "Message-ID", "(<1.2@b.mssante.fr>) 1.2", "MSS-EN-08"),
        header("thread", "References", "<0@b.mssante.fr> (Jean\\) \"a\" (b)) <1@b.mssante.fr>"),
        new Case("charset", List.of(), letter -> body(letter, "us-ascii (Plain text)")),
        new Case("charset utf-8", List.of(), letter -> body(letter, "utf-8 (a (b))")),
        new Case("other", List.of("MSS-CO-03"), letter -> body(letter, "latin1 (utf-8)")));
  }

  static Stream<Case> subjects() {
    return Stream.of(
        subject("MICHEL", "Jean-Michel", "CR MICHEL Jean-Michel"),
        subject("PAUL", "Jean-Paul", "a".repeat(38) + " PAUL Jean-Paul"),
        subject("PAUL", "Jean-Paul", "PAUL Jean-Paul", "MSS-OB-02"),
        subject("MICHEL", "Jean-Michel", "CR Michel Jean-Michel", "MSS-OB-03"),
        subject("PAUL", "Jean-Paul", "a".repeat(41) + " PAUL Jean-Paul", "MSS-OB-05"),
        subject("LEBŒUF", "ALMA", "CR LEBOEUF Alma"),
        subject("LEBOEUF", "ALMA", "CR LEBŒUF Alma"),
        subject("LEBŒUF", "ALMA", "CR LEBUF Alma", "MSS-OB-02"),
        subject("LEBŒUF", "ALMA", "CR LEBoeuf Alma", "MSS-OB-03"),
        subject("D'ARC", "ALMA", "CR D’ARC Alma"),
        subject("D'ARC", "ALMA", "CR D' ARC Alma"),
        subject("D'ARC", "ALMA", "CR D’ÂRC Alma", "MSS-OB-03"),
        subject("DARC", "", "CR DARC", "CDA-PA-03", "MSS-EN-25"),
        subject("DARC", "", "CR MARC", "CDA-PA-03", "MSS-EN-25", "MSS-OB-02"),
        subject("DARC", "ALMA", "CR DARC", "MSS-OB-02"));
  }

  static Stream<Case> headers() {
    return Stream.of(
        header("charset the bench lacks", "X-Mailer", "=?utf-7?Q?a?=", "MSS-EN-18"),
        header("encoding", "X-Mailer", "=?utf-8?Z?a?=", "MSS-EN-13"),
        header("two codes, spaced", "X-MSS-CODECDA", "11488-4, 11488-4"),
        header("another sign", "X-MSS-CODECDA", "11488-4;11488-4", "MSS-EN-31"),
        header("another code", "X-MSS-CODECDA", "11488-4;1", "MSS-EN-22", "MSS-EN-31"),
        new Case(
            "headers that speak of a message that is forwarded",
            List.of(),
            letter -> {
              letter.plain().parts.add(returned("<1@b.mssante.fr>", "a"));
              letter.headers.put("X-MSS-CODECDA", "11488-4");
              letter.headers.put("X-MSS-INS", "O");
            }),
        new Case(
            "headers that speak of nothing",
            List.of("MSS-EN-21", "MSS-EN-23"),
            letter -> {
              letter.plain().headers.put("X-MSS-CODECDA", "11488-4");
              letter.headers.put("X-MSS-INS", "O");
            }),
        new Case(
            "long lines of a message that is returned",
            List.of(),
            letter -> letter.plain().parts.add(returned("<1@b.mssante.fr>", "a".repeat(1200)))),
        new Case(
            "long lines beside it",
            List.of("MSS-EN-16"),
            letter -> {
              letter.plain().parts.add(returned("<1@b.mssante.fr>", "a"));
              letter.parts.add(new Part("Content-Type: text/plain", "a".repeat(1200)));
            }));
  }

  static Stream<Case> labels() {
    return Stream.of(
        label("\"MARTIN, Marie\"", Letter.FROM),
        label("\"MARTIN,Marie\"", Letter.FROM),
        label("Marie_ST. JEAN", Letter.FROM),
        label("Marie O", Letter.FROM),
        label("Dr_Marie_D'ARC", Letter.FROM),
        label("\"M. Martin\"", Letter.FROM, "MSS-EN-04"),
        label("Marie D'Arc", Letter.FROM, "MSS-EN-04"),
        label("MARTIN", Letter.FROM, "MSS-EN-04"),
        label("Cardiologie", "cardio@medecin.mssante.fr", "MSS-EN-02"));
  }

  static Stream<Case> bodies() {
    return Stream.of(
        new Case(
            "attachments beside the HTML",
            List.of(),
            letter -> letter.parts.set(0, alternative("Bonjour", mixed("text/html")))),
        new Case(
            "two plain texts",
            List.of("MSS-CO-01"),
            letter -> letter.parts.set(0, alternative("Bonjour", mixed("text/plain")))),
        new Case(
            "nothing but a no-break space",
            List.of(),
            letter -> letter.parts.set(0, alternative("", html("<p>=C2=A0</p>")))),
        new Case(
            "a word in the second part only",
            List.of("MSS-CO-02"),
            letter -> letter.parts.set(0, alternative("", html("<p>=C2=A0a</p>")))));
  }

  static Stream<Case> receipts() {
    return Stream.of(
        new Case("no identifier to repeat", List.of(), letter -> receipt(letter, null)),
        new Case(
            "an identifier", List.of("MSS-AR-04"), letter -> receipt(letter, "<1@b.mssante.fr>")));
  }

  @Test
  void aMessageRebuiltToBeSentAgainIsTheSame() {
    String first = digest("b7", "cid:1@a", "Bonjour");

    assertThat(digest("b8", "cid:2@a", "Bonjour")).isEqualTo(first);
    assertThat(digest("b7", "cid:1@a", "Bonsoir")).isNotEqualTo(first);
  }

  private static String digest(String boundary, String picture, String text) {
    Letter letter = new Letter().plain();
    Part body = alternative(text, html("<p>" + text + "<img src=3D\"" + picture + "\"></p>"));
    letter.parts.set(
        0, new Part(body.head().replace("b2", boundary), body.body().replace("b2", boundary)));
    return letter.submitted().digest();
  }

  private static Part alternative(String plain, String second) {
    return new Part(
        "Content-Type: multipart/alternative; boundary=b2",
        "--b2\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n"
            + plain
            + "\r\n--b2\r\n"
            + second
            + "\r\n--b2--");
  }

  private static String html(String text) {
    return "Content-Type: text/html; charset=UTF-8\r\n"
        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        + text;
  }

  private static String mixed(String type) {
    return "Content-Type: multipart/mixed; boundary=b3\r\n\r\n--b3\r\nContent-Type: "
        + type
        + "; charset=UTF-8\r\n\r\n<p>Bonjour</p>\r\n--b3\r\n"
        + "Content-Type: application/octet-stream\r\n\r\na\r\n--b3--";
  }

  private static Part returned(@Nullable String identifier, String text) {
    return new Part(
        "Content-Type: message/rfc822",
        (identifier == null ? "" : "Message-ID: " + identifier + "\r\n")
            + "From: <a@b.mssante.fr>\r\n\r\n"
            + text);
  }

  private static void receipt(Letter letter, @Nullable String identifier) {
    letter.plain();
    letter.reversePath = "";
    letter.headers.remove("Disposition-Notification-To");
    letter.headers.put(
        "Content-Type", "multipart/report; report-type=disposition-notification; boundary=\"b1\"");
    letter.parts.add(
        new Part(
            "Content-Type: message/disposition-notification",
            "Final-Recipient: rfc822; "
                + Letter.FROM
                + "\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n"));
    letter.parts.add(returned(identifier, "a"));
  }

  private static Case label(String label, String address, String... rules) {
    return header("label", "From", label + " <" + address + ">", rules);
  }

  /** A subject about a patient of that name; without given name if it is empty. */
  private static Case subject(String family, String given, String subject, String... rules) {
    return new Case(
        subject + " of " + family,
        List.of(rules),
        letter -> {
          letter.documents.set(
              0,
              text -> {
                String named = text.replace(">TESTEUR<", ">" + family + "<");
                return given.isEmpty()
                    ? named.replaceAll("<given[^>]*>ALMA[^<]*</given>", "")
                    : named.replace(">ALMA<", ">" + given + "<");
              });
          letter.headers.put("Subject", MimeText.encoded("XDM/1.0/DDM+" + subject));
        });
  }

  private static Case header(String how, String name, String value, String... rules) {
    return new Case(name + " " + how, List.of(rules), letter -> letter.headers.put(name, value));
  }

  private static void body(Letter letter, String charset) {
    letter.parts.set(0, new Part("Content-Type: text/plain; charset=" + charset, "Bonjour"));
  }
}
