package fr.socle.dmp.registry.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.dmp.protocol.Attachment;
import fr.socle.dmp.protocol.DmpReply;
import fr.socle.dmp.protocol.Packaging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Answers of ITI-43, and their faults too: dmp.md 1.1 (S:WSDL), 1.11 and 7.8 (S:DEH). Parts stay
 * where they are until they are sent.
 */
final class MtomPackaging implements Packaging {
  private static final String ROOT = "enveloppe@dmp";
  private static final String ENVELOPE = SoapVersion.SOAP_12.mediaType();

  @Override
  public Answer pack(int status, byte[] envelope, DmpReply reply) {
    String boundary = "uuid_" + UUID.randomUUID();
    List<Content> out = new ArrayList<>();
    part(
        out,
        boundary,
        ROOT,
        "application/xop+xml; charset=utf-8; type=\"" + ENVELOPE + "\"",
        Content.of(envelope));
    for (Map.Entry<String, Attachment> each : reply.attachments().entrySet()) {
      Attachment attachment = each.getValue();
      part(out, boundary, each.getKey(), attachment.contentType(), attachment.content());
    }
    Content parts = Content.joined(out);
    return new Answer(
        status,
        Headers.none()
            .with(
                "Content-Type",
                "multipart/related; type=\"application/xop+xml\"; start=\"<"
                    + ROOT
                    + ">\"; start-info=\""
                    + ENVELOPE
                    + "\"; boundary=\""
                    + boundary
                    + "\""),
        reply.cut()
            ? parts.region(0, parts.size() - half(envelope, reply))
            : Content.joined(List.of(parts, text("--" + boundary + "--\r\n"))));
  }

  /** What is left out of the last part, and the line end after it. */
  private static long half(byte[] envelope, DmpReply reply) {
    long last =
        reply.attachments().values().stream()
            .reduce((one, next) -> next)
            .map(each -> each.content().size())
            .orElse((long) envelope.length);
    return last / 2 + 2;
  }

  private static void part(
      List<Content> out, String boundary, String id, String type, Content content) {
    out.add(
        text(
            "--"
                + boundary
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <"
                + id
                + ">\r\n\r\n"));
    out.add(content);
    out.add(text("\r\n"));
  }

  private static Content text(String ascii) {
    return Content.of(ascii.getBytes(US_ASCII));
  }
}
