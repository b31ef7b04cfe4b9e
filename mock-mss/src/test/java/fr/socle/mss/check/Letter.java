package fr.socle.mss.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Unit;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.UnreadableCdaException;
import fr.socle.documents.xdm.CdaMetadata;
import fr.socle.documents.xdm.XdmReader;
import fr.socle.documents.xdm.XdmSender;
import fr.socle.documents.xdm.XdmWriter;
import fr.socle.mss.protocol.mail.SessionWatch;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.Mailbox.Kind;
import fr.socle.mss.service.Mailbox.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A right message with a document about nobody, to be bent in one way. */
final class Letter {
  static final String FROM = "lea.dupont-test@medecin.mssante.fr";
  static final String TO = "cardio@hopital.mssante.fr";
  static final String PATIENT = "275039999901191@patient.mssante.fr";
  static final String SUBSET = "IHE_XDM/SUBSET01/";
  static final byte[] PDF = ArchivalPdf.titled("Essai");
  private static final CdaMetadata METADATA = new CdaMetadata();
  private static final String MODEL = model();

  final Map<String, String> headers = new LinkedHashMap<>();
  final List<String> recipients = new ArrayList<>(List.of(TO));
  final List<UnaryOperator<String>> documents = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();
  Kind kind = Kind.PER;
  String reversePath = FROM;
  UnaryOperator<String> metadata = text -> text;
  Consumer<Map<String, byte[]>> files = all -> {};
  UnaryOperator<byte[]> archive = zip -> zip;
  boolean carries = true;

  /** A part as it is written: header lines, then what follows the empty one. */
  record Part(String head, String body) {}

  Letter() {
    headers.put("From", "\"Dr_Lea_DUPONT-TEST_Cabinet fictif\" <" + FROM + ">");
    headers.put("To", "<" + TO + ">");
    headers.put("Subject", "XDM/1.0/DDM+CR ou fiche de consultation TESTEUR ALMA 01/03/1975");
    headers.put("Date", "Mon, 02 Mar 2026 09:00:00 +0100");
    headers.put("Message-ID", "<1.2@medecin.mssante.fr>");
    headers.put("Disposition-Notification-To", "<" + FROM + ">");
    headers.put("X-MSS-NIL", "NIL000000");
    headers.put("X-MSS-CODECDA", "11488-4");
    headers.put("X-MSS-INS", "O");
    headers.put("MIME-Version", "1.0");
    headers.put("Content-Type", "multipart/mixed; boundary=\"b1\"");
    documents.add(text -> text);
    parts.add(text("Bonjour, veuillez trouver un compte rendu. À bientôt."));
    parts.add(pdf("20260115_CR ou fiche de consultation_TESTEUR_ALMA.pdf", PDF));
  }

  static Part text(String text) {
    return new Part(
        "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64",
        Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8)));
  }

  static Part pdf(String name, byte[] bytes) {
    return attached("application/pdf", name, bytes);
  }

  static Part attached(String type, String name, byte[] bytes) {
    return new Part(
        "Content-Type: "
            + type
            + "; name=\""
            + name
            + "\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;"
            + " filename=\""
            + name
            + "\"",
        Base64.getMimeEncoder().encodeToString(bytes));
  }

  private static String model() {
    try (InputStream in = Objects.requireNonNull(Letter.class.getResourceAsStream("lettre.xml"))) {
      return new String(in.readAllBytes(), UTF_8)
          .replace("@PDF@", Base64.getEncoder().encodeToString(PDF));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The archive, with its files bent. */
  byte[] zip() {
    List<CdaDocument> read = new ArrayList<>();
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    try {
      for (UnaryOperator<String> each : documents) {
        byte[] document = each.apply(MODEL).getBytes(UTF_8);
        read.add(CdaDocument.read(document));
        bytes.put("Document0" + read.size(), document);
      }
    } catch (UnreadableCdaException e) {
      throw new IllegalStateException(e);
    }
    byte[] zip =
        new XdmWriter(new XdmSender("CABINET FICTIF", "1 rue", "Essai", "1.0", "PERSONNE"))
            .archive(
                METADATA.submission(
                    read, "1.3.6.1.4.1.32473.10.1", "1.3.6.1.4.1.32473.10", "20260115093000"),
                bytes);
    Map<String, byte[]> all = new LinkedHashMap<>();
    new XdmReader().read(zip).files().forEach(each -> all.put(each.path(), each.bytes()));
    all.computeIfPresent(
        SUBSET + "METADATA.XML",
        (path, text) -> metadata.apply(new String(text, UTF_8)).getBytes(UTF_8));
    files.accept(all);
    return archive.apply(zip(all));
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Without document: what is only written. */
  Letter plain() {
    carries = false;
    parts.removeIf(each -> each.head().contains("attachment"));
    headers.put("Subject", "Bonjour");
    headers.remove("X-MSS-CODECDA");
    headers.remove("X-MSS-INS");
    return this;
  }

  /** The message on the wire. */
  byte[] bytes() {
    List<Part> all = new ArrayList<>(parts);
    if (carries) {
      all.add(Math.min(1, all.size()), attached("application/zip", "IHE_XDM.ZIP", zip()));
    }
    StringBuilder text = new StringBuilder();
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    text.append("\r\n");
    all.forEach(each -> text.append("--b1\r\n" + each.head() + "\r\n\r\n" + each.body() + "\r\n"));
    return text.append("--b1--\r\n").toString().getBytes(ISO_8859_1);
  }

  /** The message as it was submitted. */
  SubmittedMail submitted() {
    SessionWatch watch = new SessionWatch("smtp", address -> Optional.empty());
    watch.sees(
        new Unit(
            Content.of("EHLO lps\r\n".getBytes(UTF_8)),
            true,
            false,
            new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", List.of())));
    watch.enters(new Mailbox(FROM, kind, List.of(), "", null, State.OPEN));
    return watch.mail(reversePath, recipients, Content.of(bytes()), true);
  }
}
