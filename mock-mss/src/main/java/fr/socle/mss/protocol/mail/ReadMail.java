package fr.socle.mss.protocol.mail;

import fr.socle.bench.content.Content;
import fr.socle.documents.xdm.XdmArchive;
import fr.socle.documents.xdm.XdmReader;
import fr.socle.documents.xds.EbXml;
import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.protocol.mime.HeaderBlock;
import fr.socle.mss.protocol.mime.MimePart;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message as the rules read it: by the reader of the IMAP door, which keeps each field as it was
 * written and is bounded in depth and in parts. What messages hold that are carried within it is
 * theirs, not its own. Not safe for several threads.
 */
public final class ReadMail {
  /** A message above it is not judged: operators take fewer bytes. */
  private static final long MOST = 64L << 20;

  private static final int MOST_ATTACHMENTS = 50;
  private static final String ARCHIVE = "IHE_XDM.ZIP";
  private static final byte[] ZIP = {'P', 'K'};
  private static final Pattern NOTICE =
      Pattern.compile(
          "\\[(?:KO\\s+|Erreur\\s+d['\u2019]\\s*)Int[ée]gration",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.CANON_EQ);

  private final byte[] bytes;
  private final MimePart root;
  private final List<Attachment> attachments;
  private final boolean carriesMessage;

  private ReadMail(byte[] bytes) {
    this.bytes = bytes;
    this.root = MimePart.read(bytes);
    List<MimePart> parts = new ArrayList<>();
    List<MimePart> carried = new ArrayList<>();
    gather(root, parts, carried);
    this.carriesMessage = !carried.isEmpty();
    Predicate<byte[]> isReturned = isNotice() ? content -> true : within(carried);
    XdmReader reader = new XdmReader();
    this.attachments =
        parts.stream()
            .filter(each -> !each.mainType().equals("TEXT") || isNamed(each))
            .limit(MOST_ATTACHMENTS)
            .map(each -> attachment(each, reader, isReturned))
            .toList();
  }

  /** Whether it tells that documents could not be taken, as its subject says (mssante.md 2.6). */
  private boolean isNotice() {
    return NOTICE.matcher(DecodedText.ofHeader(header().first("Subject").orElse(""))).find();
  }

  /** Whether what is attached is in a message that is carried too. */
  private Predicate<byte[]> within(List<MimePart> carried) {
    List<MimePart> parts = new ArrayList<>();
    List<MimePart> deeper = new ArrayList<>();
    carried.forEach(each -> gather(each, parts, deeper));
    Set<ByteBuffer> contents =
        parts.stream()
            .filter(each -> !each.mainType().equals("TEXT") || isNamed(each))
            .limit(MOST_ATTACHMENTS)
            .map(each -> ByteBuffer.wrap(DecodedText.bytesOf(bytes, each)))
            .collect(Collectors.toSet());
    return content -> contents.contains(ByteBuffer.wrap(content));
  }

  /** Reads a message; nothing when it is larger than is judged. */
  public static Optional<ReadMail> of(Content message) {
    return message.size() > MOST ? Optional.empty() : Optional.of(new ReadMail(message.all()));
  }

  /**
   * Something that is attached.
   *
   * @param part the part
   * @param name name of the file, empty without one
   * @param archive the archive of documents, when it is one or is called so
   * @param isReturned whether it is an archive of another, which goes back or further with his
   *     message: it is not the sender's, and not told as archive
   * @param pdf the bytes of a PDF; null when it is none
   */
  public record Attachment(
      MimePart part,
      String name,
      Optional<XdmArchive> archive,
      boolean isReturned,
      @Nullable Content pdf) {
    /** How findings name it. */
    public String place() {
      return name.isEmpty() ? "pièce jointe sans nom" : "pièce jointe " + name;
    }
  }

  private static void gather(MimePart part, List<MimePart> all, List<MimePart> messages) {
    MimePart message = part.message();
    if (message != null) {
      messages.add(message);
      return;
    }
    if (part.parts().isEmpty()) {
      all.add(part);
    }
    part.parts().forEach(each -> gather(each, all, messages));
  }

  private static boolean isNamed(MimePart part) {
    return part.header()
        .first("Content-Disposition")
        .map(each -> each.toLowerCase(Locale.ROOT).startsWith("attachment"))
        .orElse(false);
  }

  private Attachment attachment(
      MimePart part, XdmReader reader, Predicate<byte[]> isReturnedContent) {
    String name = name(part);
    byte[] content = DecodedText.bytesOf(bytes, part);
    boolean isZip = startsWith(content, ZIP);
    boolean isPdf =
        startsWith(content, "%PDF".getBytes(StandardCharsets.US_ASCII))
            || part.type().value().equals("APPLICATION/PDF")
            || name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    Optional<XdmArchive> archive = Optional.empty();
    if (name.equalsIgnoreCase(ARCHIVE)) {
      archive = Optional.of(reader.read(content));
    } else if (isZip) {
      archive = Optional.of(reader.read(content)).filter(ReadMail::looksLikeXdm);
    }
    boolean isReturned = archive.isPresent() && isReturnedContent.test(content);
    return new Attachment(
        part,
        name,
        isReturned ? Optional.empty() : archive,
        isReturned,
        isPdf ? Content.of(content) : null);
  }

  /** An Office file is a zip that may have a metadata.xml too. */
  private static boolean looksLikeXdm(XdmArchive archive) {
    return archive.subsets().stream()
            .flatMap(each -> each.root().stream())
            .anyMatch(EbXml.SUBMIT_OBJECTS_REQUEST::equals)
        || archive.files().stream()
            .anyMatch(each -> each.path().toUpperCase(Locale.ROOT).startsWith("IHE_XDM/"));
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static String name(MimePart part) {
    return part.header()
        .first("Content-Disposition")
        .map(Parameters::fileName)
        .filter(each -> !each.isEmpty())
        .orElseGet(() -> Parameters.of(part.type().parameters(), "NAME"));
  }

  /** The bytes of the message; left as they are by everybody. */
  public byte[] bytes() {
    return bytes;
  }

  /** The whole message. */
  public MimePart root() {
    return root;
  }

  /** Its header. */
  public HeaderBlock header() {
    return root.header();
  }

  /** What is attached to it. */
  public List<Attachment> attachments() {
    return attachments;
  }

  /** The archives of documents. */
  public List<Attachment> archives() {
    return attachments.stream().filter(each -> each.archive().isPresent()).toList();
  }

  /** Whether it gives back, or passes on, the archive of another. */
  public boolean returnsArchive() {
    return attachments.stream().anyMatch(Attachment::isReturned);
  }

  /** Whether it carries a message, of which its own header may speak. */
  public boolean carriesMessage() {
    return carriesMessage;
  }

  /** The PDFs. */
  public List<Attachment> pdfs() {
    return attachments.stream().filter(each -> each.pdf() != null).toList();
  }

  /** Whether it is a notification, such as a read receipt. */
  public boolean isReport() {
    return root.type().value().equals("MULTIPART/REPORT");
  }

  /** What is written to the reader: a text, or alternatives; nothing in a report. */
  public Optional<MimePart> body() {
    return isReport() ? Optional.empty() : body(root);
  }

  private static Optional<MimePart> body(MimePart part) {
    String type = part.type().value();
    if (type.equals("MULTIPART/ALTERNATIVE")
        || (part.mainType().equals("TEXT") && !isNamed(part))) {
      return Optional.of(part);
    }
    // The first part speaks, the others go with it.
    return part.mainType().equals("MULTIPART") && !part.parts().isEmpty()
        ? body(part.parts().get(0))
        : Optional.empty();
  }

  /** The text of a part. */
  public String text(MimePart part) {
    return DecodedText.ofPart(bytes, part);
  }
}
