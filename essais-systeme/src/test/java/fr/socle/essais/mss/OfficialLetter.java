package fr.socle.essais.mss;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Unit;
import fr.socle.documents.cda.BodyKind;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.CdaPatient;
import fr.socle.documents.xdm.CdaMetadata;
import fr.socle.documents.xdm.XdmSender;
import fr.socle.documents.xdm.XdmWriter;
import fr.socle.mss.protocol.mail.SessionWatch;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.service.Mailbox;
import java.text.Normalizer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A message with an official document, as the rules want it, to be bent. */
final class OfficialLetter {
  private static final String FROM = "marie.testeur@medecin.mssante.fr";

  final Map<String, String> headers = new LinkedHashMap<>();
  final CdaDocument document;
  byte[] archive;

  OfficialLetter(byte[] bytes) throws Exception {
    document = CdaDocument.read(bytes);
    CdaPatient patient = CdaPatient.of(document);
    archive =
        new XdmWriter(new XdmSender("CABINET FICTIF", "1 rue", "Essai", "1.0", "PERSONNE"))
            .archive(
                new CdaMetadata()
                    .submission(
                        List.of(document),
                        "1.3.6.1.4.1.32473.70.1",
                        "1.3.6.1.4.1.32473.70",
                        "20260302080000"),
                Map.of("Document01", bytes));
    headers.put("From", "\"Dr_Marie_TESTEUR\" <" + FROM + ">");
    headers.put("To", "<cardio@hopital.mssante.fr>");
    headers.put("Subject", coded("XDM/1.0/DDM+" + label() + " " + names(patient)));
    headers.put("Date", "Mon, 02 Mar 2026 09:00:00 +0100");
    headers.put("Message-ID", "<1.2@medecin.mssante.fr>");
    headers.put("X-MSS-NIL", "NIL000000");
    headers.put("X-MSS-CODECDA", document.code().code());
    headers.put("X-MSS-INS", patient.isIdentified() ? "O" : "N");
    headers.put("MIME-Version", "1.0");
    headers.put("Content-Type", "multipart/mixed; boundary=\"b1\"");
  }

  private String label() {
    String label = document.code().label();
    return label.length() > 40 ? label.substring(0, 40).strip() : label;
  }

  static String names(CdaPatient patient) {
    return plain(patient.families().get(0)).toUpperCase(Locale.ROOT)
        + " "
        + plain(patient.givens().get(0));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /** In encoded words of thirty characters at most, folded. */
  static String coded(String text) {
    StringBuilder coded = new StringBuilder();
    for (int at = 0; at < text.length(); at += 30) {
      String piece = text.substring(at, Math.min(text.length(), at + 30));
      coded.append(at == 0 ? "" : "\r\n ");
      coded.append("=?UTF-8?B?");
      coded.append(Base64.getEncoder().encodeToString(piece.getBytes(UTF_8))).append("?=");
    }
    return coded.toString();
  }

  private byte[] pdf() {
    byte[] other = "%PDF-1.4\n%%EOF\n".getBytes(UTF_8);
    return document.bodyKind() == BodyKind.N1 ? document.pdf().orElse(other) : other;
  }

  private static String part(String type, String name, byte[] bytes) {
    return "--b1\r\nContent-Type: "
        + type
        + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\""
        + name
        + "\"\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\r\n";
  }

  SubmittedMail submitted() {
    StringBuilder text = new StringBuilder();
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    text.append("\r\n--b1\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nBonjour\r\n");
    text.append(part("application/zip", "IHE_XDM.ZIP", archive));
    text.append(part("application/pdf", "20260302_CR_TESTEUR_ALMA.pdf", pdf()));
    text.append("--b1--\r\n");
    SessionWatch watch = new SessionWatch("smtp", address -> Optional.empty());
    watch.sees(
        new Unit(
            Content.of("NOOP\r\n".getBytes(UTF_8)),
            true,
            false,
            new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", List.of())));
    watch.enters(Mailbox.personal(FROM, "899700000001"));
    return watch.mail(
        FROM,
        List.of("cardio@hopital.mssante.fr"),
        Content.of(text.toString().getBytes(ISO_8859_1)),
        true);
  }
}
