package fr.socle.essais.mss;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.xdm.CdaMetadata;
import fr.socle.documents.xdm.XdmSender;
import fr.socle.documents.xdm.XdmWriter;
import fr.socle.essais.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A message with an archive, of and to {@link MailSpace#ADDRESS}, for a client to send. */
final class ClientLetter {
  private static final Path DOCUMENT =
      Project.root().resolve("mock-mss/src/test/resources/fr/socle/mss/check/lettre.xml");

  private ClientLetter() {}

  /** Writes it. */
  static Path with(String archive, Path file) throws IOException {
    String text =
        """
        From: "Dr_Marie_TESTEUR" <%1$s>
        To: <%1$s>
        Subject: XDM/1.0/DDM+Lettre de liaison PAT-TROIS DOMINIQUE 28/03/1979
        Date: Mon, 02 Mar 2026 09:00:00 +0100
        Message-ID: <20260302090000.1@medecin.mssante.fr>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b1"

        --b1
        Content-Type: text/plain; charset=UTF-8

        Bonjour, veuillez trouver ci-joint une lettre.
        --b1
        Content-Type: application/zip; name="IHE_XDM.ZIP"
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="IHE_XDM.ZIP"

        %2$s
        --b1--
        """
            .formatted(MailSpace.ADDRESS, archive);
    return Files.writeString(file, text.replace("\n", "\r\n"));
  }

  /** Bytes in lines of base64. */
  static String lines(byte[] archive) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(archive);
  }

  /** An archive of one document. */
  static byte[] archive() throws Exception {
    byte[] document =
        Files.readString(DOCUMENT)
            .replace("@PDF@", Base64.getEncoder().encodeToString("%PDF-1.4".getBytes(UTF_8)))
            .getBytes(UTF_8);
    return new XdmWriter(new XdmSender("CABINET FICTIF", "1 rue", "Essai", "1.0", "PERSONNE"))
        .archive(
            new CdaMetadata()
                .submission(
                    List.of(CdaDocument.read(document)),
                    "1.3.6.1.4.1.32473.70.1",
                    "1.3.6.1.4.1.32473.70",
                    "20260302080000"),
            Map.of("Document01", document));
  }
}
