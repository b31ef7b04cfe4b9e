package fr.socle.mss.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.mss.check.Letter.Part;
import fr.socle.mss.service.Mailbox.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on messages: letters that pass, and one broken in one way. */
public class MessageChecksTest {
  private static final String METADATA = Letter.SUBSET + "METADATA.XML";

  /** A letter, bent. */
  record Bent(String rule, String how, Consumer<Letter> bend, Set<String> beside) {
    Set<String> expected() {
      Set<String> all = new TreeSet<>(beside);
      all.add(rule);
      return all;
    }

    @Override
    public String toString() {
      return rule + " " + how;
    }
  }

  @ParameterizedTest
  @MethodSource
  void aRightLetterBreaksNoRule(Bent right) {
    Letter letter = new Letter();
    right.bend().accept(letter);

    assertThat(Judged.rules(letter)).isEmpty();
  }

  /** What correct software does too: mssante.md 2, RFC 5322. */
  static Stream<Bent> aRightLetterBreaksNoRule() {
    return Stream.of(
        right("as it is", letter -> {}),
        right("without document", Letter::plain),
        right("a simple text", letter -> simple(letter, "text/plain; charset=us-ascii")),
        right(
            "two ways to write the text",
            letter -> letter.parts.set(0, alternative("text/plain", "text/html"))),
        right(
            "a folded and coded subject",
            letter ->
                letter.headers.put(
                    "Subject",
                    "=?UTF-8?Q?XDM/1.0/DDM+CR_op=C3=A9ratoire?=\r\n =?UTF-8?Q?_TESTEUR_ALMA?=")),
        right(
            "a mention before the prefix",
            letter -> mention(letter, "[Annule et remplace] XDM/1.0/DDM+CR TESTEUR ALMA")),
        right(
            "a mention after the prefix",
            letter -> mention(letter, "XDM/1.0/DDM+[Annule et remplace] CR TESTEUR ALMA")),
        right(
            "an answer",
            letter -> {
              letter.headers.put("In-Reply-To", "<a@b.mssante.fr>");
              letter.headers.put("References", "<0@b.mssante.fr>\r\n <a@b.mssante.fr>");
              letter.headers.put("Subject", "RE: XDM/1.0/DDM+CR TESTEUR ALMA");
            }),
        right("a forward", letter -> letter.headers.put("References", "<a@b.mssante.fr>")),
        right(
            "headers of a mail program",
            letter -> {
              letter.headers.put("X-Mailer", "Essai 1.0");
              letter.headers.put("Importance", "high");
              letter.headers.put("Date", "2 Mar 2026 09:00 +0000 (UTC)");
            }),
        right(
            "two documents",
            letter -> {
              second(letter);
              letter.headers.put("Subject", "XDM/1.0/DDM+2 documents TESTEUR ALMA");
            }),
        right(
            "to the patient",
            letter -> {
              letter.recipients.set(0, Letter.PATIENT);
              letter.headers.put("To", "<" + Letter.PATIENT + ">");
              letter.headers.put("X-MSS-MES", "FIN");
            }),
        right(
            "an application",
            letter -> {
              letter.kind = Kind.APP;
              letter.headers.put("From", "\"Laboratoire fictif\" <" + Letter.FROM + ">");
              letter.headers.put("Reply-To", "<chef@medecin.mssante.fr>");
              letter.parts.set(
                  0,
                  Letter.text("Message envoyé automatiquement. Écrivez à chef@medecin.mssante.fr"));
            }),
        right("an organisation", MessageChecksTest::organisation),
        right(
            "a document without INS",
            letter -> {
              letter.headers.put("X-MSS-INS", "N");
              letter.documents.set(
                  0,
                  text ->
                      text.replace(
                          "<id root=\"1.2.250.1.213.1.4.10\" extension=\"275039999901191\"/>",
                          "<id root=\"1.3.6.1.4.1.32473.30\" extension=\"IPP-1\"/>"));
              letter.metadata = text -> text;
            }),
        right(
            "a receipt",
            letter -> receipt(letter, "automatic-action/MDN-sent-automatically; processed")),
        right(
            "a receipt of an error, first form",
            letter ->
                receipt(
                    letter,
                    "automatic-action/MDN-sent-automatically; processed/Error: 902^Patient inconnu")),
        right(
            "a receipt of an error, second form",
            letter ->
                receipt(
                    letter,
                    "automatic-action/MDN-sent-automatically; processed/error\r\nError: 902^Inconnu")));
  }

  @ParameterizedTest
  @MethodSource
  void aLetterBrokenInOneWayIsFound(Bent broken) {
    Letter letter = new Letter();
    broken.bend().accept(letter);

    assertThat(Judged.rules(letter).stream().filter(each -> each.startsWith("MSS-")))
        .containsExactlyInAnyOrderElementsOf(broken.expected());
  }

  static Stream<Bent> aLetterBrokenInOneWayIsFound() {
    return Stream.of(headers(), subjects(), attachments(), archives(), others())
        .flatMap(List::stream);
  }

  private static List<Bent> headers() {
    return List.of(
        bent("MSS-EN-01", "absent", letter -> letter.headers.put("From", "\"DUPONT Lea\"")),
        bent(
            "MSS-EN-02",
            "",
            letter -> letter.headers.put("From", "Dr_Lea_DUPONT <a@b.mssante.fr>")),
        bent("MSS-EN-03", "", letter -> letter.headers.put("From", Letter.FROM)),
        bent("MSS-EN-04", "", letter -> letter.headers.put("From", "Lea <" + Letter.FROM + ">")),
        bent("MSS-EN-05", "absent", letter -> letter.kind = Kind.APP),
        bent(
            "MSS-EN-05",
            "itself",
            letter -> {
              letter.kind = Kind.APP;
              letter.headers.put("Reply-To", "<" + Letter.FROM + ">");
              letter.parts.set(0, Letter.text("Automatique : " + Letter.FROM));
            }),
        bent(
            "MSS-EN-06",
            "",
            letter -> {
              letter.kind = Kind.APP;
              letter.headers.put("Reply-To", "<chef@medecin.mssante.fr>");
            }),
        bent("MSS-EN-07", "", letter -> letter.headers.remove("Message-ID")),
        bent("MSS-EN-08", "", letter -> letter.headers.put("Message-ID", "<sans arobase>")),
        bent("MSS-EN-09", "", letter -> letter.headers.put("In-Reply-To", "<a@b.mssante.fr>")),
        bent("MSS-EN-10", "", letter -> letter.headers.put("References", "a@b.mssante.fr")),
        bent("MSS-EN-11", "absent", letter -> letter.headers.remove("Date")),
        bent("MSS-EN-11", "in French", letter -> letter.headers.put("Date", "lun. 2 mars 2026")),
        bent("MSS-EN-12", "", letter -> letter.headers.put("X-Mailer", "Éssai")),
        bent("MSS-EN-13", "", letter -> letter.headers.put("X-Mailer", "=?UTF-8?X?a?=")),
        bent(
            "MSS-EN-13",
            "long",
            letter -> letter.headers.put("X-Mailer", "=?UTF-8?Q?" + "a".repeat(80) + "?=")),
        bent("MSS-EN-18", "", letter -> letter.headers.put("X-Mailer", "=?autre?Q?a?=")),
        bent("MSS-EN-14", "", letter -> letter.headers.put("SUBJECT", "encore")),
        bent("MSS-EN-15", "", letter -> letter.headers.remove("MIME-Version")),
        bent("MSS-EN-16", "", letter -> letter.headers.put("X-Mailer", "a".repeat(1000))),
        bent("MSS-EN-17", "", letter -> letter.headers.put("Bcc", "x@b.mssante.fr")),
        bent("MSS-EN-20", "", letter -> letter.headers.remove("X-MSS-NIL")),
        bent("MSS-EN-21", "absent", letter -> letter.headers.remove("X-MSS-CODECDA")),
        bent("MSS-EN-21", "present", letter -> letter.plain().headers.put("X-MSS-CODECDA", "1")),
        bent("MSS-EN-22", "", letter -> letter.headers.put("X-MSS-CODECDA", "11488-4,34133-9")),
        bent("MSS-EN-31", "", letter -> letter.headers.put("X-MSS-CODECDA", "11488-4;11488-4")),
        bent("MSS-EN-23", "absent", letter -> letter.headers.remove("X-MSS-INS")),
        bent("MSS-EN-23", "present", letter -> letter.plain().headers.put("X-MSS-INS", "N")),
        bent("MSS-EN-24", "", letter -> letter.headers.put("X-MSS-INS", "OUI")),
        bent(
            "MSS-EN-25",
            "",
            letter -> letter.documents.set(0, text -> text.replace("qualifier=\"BR\"", ""))),
        bent("MSS-EN-26", "", letter -> letter.headers.put("X-MSS-INS", "N")),
        bent("MSS-EN-27", "to a colleague", letter -> letter.headers.put("X-MSS-MES", "FIN")),
        bent(
            "MSS-EN-27",
            "small",
            letter -> {
              letter.recipients.add(Letter.PATIENT);
              letter.headers.put("X-MSS-MES", "fin");
            }),
        bent(
            "MSS-EN-28",
            "",
            letter -> letter.headers.put("Disposition-Notification-To", "<x@b.mssante.fr>")),
        bent("MSS-EN-29", "", letter -> letter.headers.put("Return-Receipt-To", "oui")));
  }

  private static List<Bent> subjects() {
    return List.of(
        bent("MSS-OB-01", "", letter -> letter.headers.put("Subject", "CR TESTEUR ALMA")),
        bent("MSS-OB-02", "", letter -> letter.headers.put("Subject", "XDM/1.0/DDM+CR AUTRE ALMA")),
        bent(
            "MSS-OB-02",
            "no label",
            letter -> letter.headers.put("Subject", "XDM/1.0/DDM+TESTEUR ALMA")),
        bent(
            "MSS-OB-03",
            "",
            letter -> letter.headers.put("Subject", "XDM/1.0/DDM+CR Testeur Alma")),
        bent(
            "MSS-OB-04",
            "",
            letter -> letter.headers.put("Subject", "XDM/1.0/DDM+CR TESTEUR ALMA 1975-03-01")),
        bent(
            "MSS-OB-05",
            "",
            letter ->
                letter.headers.put(
                    "Subject", "XDM/1.0/DDM+" + "libelle ".repeat(6) + "TESTEUR ALMA")),
        bent(
            "MSS-OB-05",
            "number",
            letter -> letter.headers.put("Subject", "XDM/1.0/DDM+3 documents TESTEUR ALMA")),
        bent("MSS-CO-01", "html", letter -> letter.parts.set(0, html())),
        bent(
            "MSS-CO-01",
            "other order",
            letter -> letter.parts.set(0, alternative("text/html", "text/plain"))),
        bent("MSS-CO-02", "", letter -> letter.parts.set(0, emptyAlternative())),
        bent(
            "MSS-CO-03",
            "",
            letter ->
                letter.parts.set(
                    0, new Part("Content-Type: text/plain; charset=ISO-8859-1", "Bonjour"))));
  }

  private static List<Bent> attachments() {
    return List.of(
        bent("MSS-PJ-01", "", letter -> renamed(letter, "archive.zip")),
        bent(
            "MSS-PJ-02",
            "",
            letter -> {
              letter.parts.add(
                  Letter.attached("application/octet-stream", "IHE_XDM.ZIP", letter.zip()));
              letter.carries = false;
            }),
        bent(
            "MSS-PJ-03",
            "",
            letter -> {
              letter.parts.add(Letter.attached("application/zip", "IHE_XDM.ZIP", letter.zip()));
              letter.parts.add(Letter.pdf("20260115_CR_TESTEUR_ALMA.pdf", Letter.PDF));
            }),
        bent("MSS-PJ-04", "", letter -> letter.parts.remove(1)),
        bent(
            "MSS-PJ-05",
            "",
            letter ->
                letter.parts.add(
                    Letter.pdf("20260115_CR_TESTEUR_ALMA.pdf", "%PDF-1.4".getBytes(UTF_8)))),
        bent(
            "MSS-PJ-06",
            "",
            letter ->
                letter.parts.set(
                    1, Letter.pdf("20260115_CR_TESTEUR_ALMA.pdf", ArchivalPdf.titled("Autre")))),
        bent(
            "MSS-PJ-07", "", letter -> letter.parts.set(1, Letter.pdf("document.pdf", Letter.PDF))),
        bent(
            "MSS-PJ-07",
            "no day",
            letter -> letter.parts.set(1, Letter.pdf("20261315_CR_TESTEUR_ALMA.pdf", Letter.PDF))),
        bent(
            "MSS-PJ-08",
            "",
            letter -> {
              second(letter);
              UnaryBend.of(
                  letter,
                  1,
                  text ->
                      text.replace("275039999901191", "180037512312337")
                          .replace("birthTime value=\"1975", "birthTime value=\"1980"));
            }));
  }

  private static List<Bent> archives() {
    return List.of(
        bent(
            "MSS-XD-01",
            "cut",
            letter -> {
              noDocument(letter);
              letter.archive = zip -> Arrays.copyOf(zip, zip.length / 2);
            }),
        bent("MSS-XD-02", "", letter -> letter.archive = zip -> marked(zip, "INDEX.HTM", 8, 1)),
        bent("MSS-XD-03", "", letter -> letter.files = all -> all.put("../../A.TXT", new byte[1])),
        bent("MSS-XD-04", "", letter -> letter.files = all -> all.put("index.htm", new byte[1])),
        bent("MSS-XD-05", "", letter -> letter.files = all -> all.put("A.TXT", new byte[9 << 20])),
        bent(
            "MSS-XD-06",
            "",
            letter -> {
              noDocument(letter);
              letter.files =
                  all -> {
                    for (int i = 0; i < 1001; i++) {
                      all.put("F" + i, new byte[0]);
                    }
                  };
            }),
        bent(
            "MSS-XD-07",
            "",
            letter -> {
              noDocument(letter);
              letter.files = all -> all.remove(METADATA);
            }),
        bent("MSS-XD-08", "", letter -> letter.files = all -> all.remove("README.TXT")),
        bent("MSS-XD-09", "", letter -> letter.files = all -> all.put("README.TEXTE", new byte[1])),
        bent(
            "MSS-XD-10",
            "",
            letter -> {
              noDocument(letter);
              letter.metadata = text -> text + "<";
            }),
        bent(
            "MSS-XD-11",
            "",
            letter -> letter.metadata = text -> text.replace("SubmitObjectsRequest", "Autre")),
        bent(
            "MSS-XD-12",
            "",
            letter -> {
              second(letter);
              letter.headers.put("Subject", "XDM/1.0/DDM+CR TESTEUR ALMA");
              letter.metadata = text -> text.replace(">DOC0002.XML<", ">DOC0009.XML<");
            }),
        bent(
            "MSS-XD-13",
            "",
            letter -> {
              noDocument(letter);
              letter.metadata =
                  text -> text.replaceAll("(?s)<rim:ExtrinsicObject.*?</rim:ExtrinsicObject>", "");
            }),
        bent(
            "MSS-XD-14",
            "",
            letter -> {
              second(letter);
              letter.headers.put("Subject", "XDM/1.0/DDM+CR TESTEUR ALMA");
              letter.files = all -> all.put(Letter.SUBSET + "DOC0002.XML", "non".getBytes(UTF_8));
            }),
        bent(
            "MSS-XD-15",
            "",
            letter -> {
              second(letter);
              letter.headers.put("Subject", "XDM/1.0/DDM+CR TESTEUR ALMA");
              letter.files = all -> all.put(Letter.SUBSET + "DOC0002.XML", "%PDF".getBytes(UTF_8));
              letter.metadata =
                  text ->
                      text.replaceAll("(id=\"Document02\"[^>]*)text/xml", "$1application/pdf")
                          .replaceAll(
                              "mimeType=\"text/xml\"([^>]*id=\"Document02\")",
                              "mimeType=\"application/pdf\"$1");
            }),
        bent(
            "MSS-XD-16",
            "",
            letter ->
                letter.metadata =
                    text -> text.replaceFirst("(<[a-z]*:?SubmitObjects)", "<!DOCTYPE a>$1")));
  }

  private static List<Bent> others() {
    return List.of(
        bent("MSS-CI-01", "", letter -> letter.recipients.add("alma.testeur@patient.mssante.fr")),
        bent(
            "MSS-CI-02",
            "",
            letter -> {
              letter.plain().recipients.add("275039999901192@patient.mssante.fr");
            }),
        bent(
            "MSS-CI-03", "", letter -> letter.recipients.add("180037512312337@patient.mssante.fr")),
        bent(
            "MSS-CI-04",
            "",
            letter -> {
              letter.recipients.add(Letter.PATIENT);
              letter.headers.put("X-MSS-INS", "N");
            },
            "MSS-EN-26"),
        bent(
            "MSS-CI-05",
            "",
            letter -> {
              letter.plain().recipients.add(Letter.PATIENT);
              letter.parts.add(Letter.attached("image/tiff", "image.tif", new byte[19 << 20]));
            }),
        bent(
            "MSS-CI-06",
            "",
            letter -> {
              letter.plain().recipients.add(Letter.PATIENT);
              letter.headers.put("Subject", "[Fin]");
            }),
        bent(
            "MSS-AR-01",
            "",
            letter -> {
              receipt(letter, "automatic-action/MDN-sent-automatically; processed");
              letter.parts.remove(1);
            }),
        bent("MSS-AR-02", "", letter -> receipt(letter, "")),
        bent("MSS-AR-03", "", letter -> receipt(letter, "processed")),
        bent(
            "MSS-AR-04",
            "",
            letter -> {
              receipt(letter, "manual-action/MDN-sent-manually; displayed");
              letter.parts.set(
                  1,
                  new Part(
                      "Content-Type: message/disposition-notification",
                      letter.parts.get(1).body().replace("Original-Message-ID", "X-Autre")));
            }),
        bent(
            "MSS-AR-05",
            "",
            letter -> {
              receipt(letter, "manual-action/MDN-sent-manually; displayed");
              letter.parts.remove(2);
            }),
        bent(
            "MSS-AR-06",
            "",
            letter -> receipt(letter, "automatic-action/MDN-sent-automatically; processed/error")),
        bent(
            "MSS-AR-07",
            "",
            letter -> {
              receipt(letter, "manual-action/MDN-sent-manually; displayed");
              letter.reversePath = Letter.FROM;
            }));
  }

  /** Their pairs are in documents-sante: one of each family is seen to reach the mail. */
  @ParameterizedTest
  @MethodSource
  void theRulesOnDocumentsAreApplied(Bent broken) {
    Letter letter = new Letter();
    broken.bend().accept(letter);

    assertThat(Judged.rules(letter)).isEqualTo(broken.expected());
  }

  static Stream<Bent> theRulesOnDocumentsAreApplied() {
    return Stream.of(
        bent(
            "XDS-AC-01",
            "",
            letter ->
                letter.metadata =
                    text ->
                        text.replaceAll(
                            "(name=\"hash\"><rim:ValueList><rim:Value>)[0-9a-f]{4}", "$10000")),
        bent(
            "XDS-DE-17",
            "",
            letter ->
                letter.metadata =
                    text ->
                        text.replaceAll(
                            "(?s)(<rim:ExtrinsicObject.*?)<rim:Name>.*?</rim:Name>", "$1")),
        bent(
            "XDS-CO-05",
            "",
            letter ->
                letter.metadata =
                    text -> text.replaceAll("nodeRepresentation=\"N\"", "nodeRepresentation=\"Q\""),
            "XDS-AC-06"),
        bent(
            "XDS-PE-08",
            "",
            letter ->
                letter.metadata =
                    text ->
                        text.replaceAll(
                            "(name=\"sourcePatientId\"><rim:ValueList><rim:Value>)[^<]*",
                            "$1rien")),
        bent(
            "XDS-VA-01",
            "",
            letter ->
                letter.metadata = text -> text.replace("urn:uuid:7edca82f", "urn:uuid:0edca82f")),
        bent(
            "XDS-SS-04",
            "",
            letter -> letter.metadata = text -> text.replace("\"submissionTime\"", "\"autre\"")),
        bent(
            "XDS-SU-03",
            "",
            letter ->
                letter.metadata =
                    text ->
                        text.replace("targetObject=\"Document01\"", "targetObject=\"Document09\"")),
        bent(
            "CDA-EN-01",
            "",
            letter ->
                letter.documents.set(
                    0, text -> text.replace("realmCode code=\"FR\"", "realmCode code=\"BE\""))));
  }

  /** mssante.md 2.5: what the known generator writes. */
  @Test
  void theSectorInThePlaceOfTheActivityIsNotBlamed() {
    Letter letter = new Letter();
    letter.metadata =
        text ->
            text.replace("nodeRepresentation=\"07\"", "nodeRepresentation=\"SA07\"")
                .replace("1.2.250.1.213.2.2", "1.2.250.1.71.4.2.4");

    assertThat(Judged.rules(letter)).isEmpty();
  }

  /** What is carried within a message that is returned is not the sender's. */
  @Test
  void whatAForwardedMessageCarriesIsNotJudged() {
    Letter letter = new Letter().plain();
    letter.parts.add(new Part("Content-Type: message/rfc822", carried()));

    assertThat(Judged.rules(letter)).isEmpty();
  }

  private static String carried() {
    return new String(new Letter().bytes(), UTF_8).replace("b1", "b9");
  }

  private static void mention(Letter letter, String subject) {
    letter.headers.put("Subject", subject);
  }

  private static void organisation(Letter letter) {
    letter.kind = Kind.ORG;
    letter.headers.put("From", "\"cardiologie\" <" + Letter.FROM + ">");
  }

  private static void simple(Letter letter, String type) {
    letter.plain();
    letter.headers.put("Content-Type", type);
    letter.parts.clear();
  }

  private static Part html() {
    return new Part("Content-Type: text/html; charset=UTF-8", "<p>Bonjour</p>");
  }

  private static Part alternative(String first, String second) {
    return new Part(
        "Content-Type: multipart/alternative; boundary=b2",
        "--b2\r\nContent-Type: "
            + first
            + "; charset=UTF-8\r\n\r\nBonjour\r\n--b2\r\nContent-Type: "
            + second
            + "; charset=utf-8\r\n\r\n<p>Bonjour</p>\r\n--b2--");
  }

  private static Part emptyAlternative() {
    Part whole = alternative("text/plain", "text/html");
    return new Part(whole.head(), whole.body().replaceFirst("\r\n\r\nBonjour", "\r\n\r\n "));
  }

  private static void second(Letter letter) {
    letter.documents.add(text -> text.replace("extension=\"D1\"", "extension=\"D2\""));
    letter.parts.add(Letter.pdf("20260115_CR_TESTEUR_ALMA.pdf", Letter.PDF));
  }

  /** Changes what is written of one document. */
  private static final class UnaryBend {
    private UnaryBend() {}

    static void of(Letter letter, int rank, UnaryOperator<String> bend) {
      UnaryOperator<String> before = letter.documents.get(rank);
      letter.documents.set(rank, text -> bend.apply(before.apply(text)));
    }
  }

  private static void renamed(Letter letter, String name) {
    letter.parts.add(Letter.attached("application/zip", name, letter.zip()));
    letter.carries = false;
  }

  /** What a sender whose archive cannot be read would not have written. */
  private static void noDocument(Letter letter) {
    letter.headers.remove("X-MSS-CODECDA");
    letter.headers.remove("X-MSS-INS");
  }

  static byte[] marked(byte[] zip, String path, int at, int value) {
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    byte[] name = path.getBytes(UTF_8);
    for (int i = 0; i + 46 + name.length < zip.length; i++) {
      if (buffer.getInt(i) == 0x02014b50
          && Arrays.equals(zip, i + 46, i + 46 + name.length, name, 0, name.length)) {
        buffer.putShort(i + at, (short) value);
        return zip;
      }
    }
    throw new IllegalArgumentException(path);
  }

  private static void receipt(Letter letter, String disposition) {
    letter.plain();
    letter.reversePath = "";
    letter.headers.put("Subject", "XDM/1.0/DDM+CR TESTEUR ALMA");
    letter.headers.remove("Disposition-Notification-To");
    letter.headers.put(
        "Content-Type", "multipart/report; report-type=disposition-notification; boundary=\"b1\"");
    letter.parts.add(
        new Part(
            "Content-Type: message/disposition-notification",
            "Final-Recipient: rfc822; "
                + Letter.FROM
                + "\r\nOriginal-Message-ID: <a@b.mssante.fr>"
                + (disposition.isEmpty() ? "" : "\r\nDisposition: " + disposition)
                + "\r\n"));
    letter.parts.add(new Part("Content-Type: message/rfc822", carried()));
  }

  private static Bent right(String how, Consumer<Letter> bend) {
    return new Bent("", how, bend, Set.of());
  }

  private static Bent bent(String rule, String how, Consumer<Letter> bend, String... beside) {
    return new Bent(rule, how, bend, Set.of(beside));
  }

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return Stream.concat(
        aLetterBrokenInOneWayIsFound().map(Bent::rule),
        theRulesOnDocumentsAreApplied().map(Bent::rule));
  }
}
