package fr.socle.mss;

import fr.socle.bench.client.api.MssSent;
import fr.socle.bench.client.api.MssXdmExchange;
import fr.socle.bench.client.api.MssXdmExchange.MssPrint;
import fr.socle.bench.content.Content;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.UnreadableCdaException;
import fr.socle.documents.xdm.CdaMetadata;
import fr.socle.documents.xdm.XdmSender;
import fr.socle.documents.xdm.XdmWriter;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import fr.socle.mss.protocol.mime.MimeText;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Mailbox;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sends archives of documents in the name of a colleague, correct ones and others.
 *
 * @param store mailboxes
 * @param deletion slot of the metadata that asks for a deletion, {@code name=value}
 * @param clock wall clock
 */
record XdmDesk(MailStore store, String deletion, Clock clock) {
  /** What the generator of ANS puts beside a document that replaces another (mssante.md 2.5). */
  private static final String ACTION = "urn:action:extraMetadataSlot";

  private static final String PATIENT = "recordTarget/patientRole/patient";
  private static final int LONGEST_LABEL = 40;
  private static final int MOST_DOCUMENTS = 9;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "POST",
            "exchange-xdm",
            "A colleague sends a message with an archive of documents",
            MssXdmExchange.class,
            MssSent.class,
            this::send));
  }

  private MssSent send(MssXdmExchange asked) {
    Mailbox from = MailboxDesk.known(store, asked.from());
    Mailbox to = MailboxDesk.known(store, asked.to());
    String fault = asked.fault() == null ? "" : asked.fault();
    if (!fault.isEmpty() && !fault.equals("sujet-8-bits") && !WrongArchive.FAULTS.contains(fault)) {
      throw refused(
          "defaut-inconnu",
          "fault est l'un de : sujet-8-bits, " + String.join(", ", WrongArchive.FAULTS) + ".");
    }
    List<byte[]> documents = asked.cda().stream().map(XdmDesk::decoded).toList();
    if (documents.isEmpty() || documents.size() > MOST_DOCUMENTS) {
      throw refused("documents-incorrects", "Donnez dans cda de un à neuf documents.");
    }
    List<CdaDocument> read = documents.stream().map(XdmDesk::read).toList();
    byte[] archive = archive(asked, read, documents);
    byte[] sent = WrongArchive.FAULTS.contains(fault) ? WrongArchive.of(archive, fault) : archive;
    String id = "<" + UUID.randomUUID() + "@" + from.domain() + ">";
    String subject = asked.subject() == null ? subject(read) : asked.subject();
    store.deliver(
        Content.of(
            message(asked, from, to, id, subject, codes(read), sent)
                .getBytes(StandardCharsets.UTF_8)),
        List.of(to.address()));
    return new MssSent(id);
  }

  private byte[] archive(MssXdmExchange asked, List<CdaDocument> read, List<byte[]> documents) {
    Map<String, byte[]> byId = new LinkedHashMap<>();
    documents.forEach(each -> byId.put("Document0" + (byId.size() + 1), each));
    return new XdmWriter(new XdmSender("CABINET FICTIF", "1 rue d'Essai", "Socle", "1.0", "SOCLE"))
        .archive(
            told(
                asked,
                read,
                new CdaMetadata().submission(read, oid(), "2.25.1", UTC.format(clock.instant()))),
            byId);
  }

  /** What is asked for besides: another patient, a replacement, a deletion. */
  private Submission told(MssXdmExchange asked, List<CdaDocument> read, Submission plain) {
    List<DocumentEntry> entries = new ArrayList<>();
    List<Association> links = new ArrayList<>(plain.associations());
    for (DocumentEntry entry : plain.documents()) {
      RegistryObjectBuilder object = RegistryObjectBuilder.of(entry.object());
      if (asked.patient() != null) {
        object.identifier(Scheme.PATIENT_ID, asked.patient());
      }
      String replaced = entries.isEmpty() ? asked.replaces() : null;
      boolean deleted = Boolean.TRUE.equals(asked.deletes());
      if (replaced != null || (!deleted && !read.get(entries.size()).replaced().isEmpty())) {
        object.slot(ACTION, "C");
      }
      if (replaced != null) {
        // An archive cannot know the entryUUID of what was received before: the uniqueId names it.
        links.add(
            new Association(
                RegistryObjectBuilder.association(
                        "Association00", Association.REPLACES, entry.id(), replaced)
                    .build()));
      }
      if (deleted) {
        int end = deletion.indexOf('=');
        object.slot(deletion.substring(0, end), deletion.substring(end + 1));
      }
      entries.add(new DocumentEntry(object.build()));
    }
    List<SubmissionSet> sets =
        asked.patient() == null
            ? plain.sets()
            : plain.sets().stream()
                .map(
                    each ->
                        new SubmissionSet(
                            RegistryObjectBuilder.of(each.object())
                                .identifier(Scheme.SUBMISSION_SET_PATIENT_ID, asked.patient())
                                .build()))
                .toList();
    return new Submission(sets, entries, links, plain.folders());
  }

  /** An OID nobody else has (ITU-T X.667 section 7). */
  private static String oid() {
    UUID random = UUID.randomUUID();
    return "2.25." + new BigInteger(random.toString().replace("-", ""), 16);
  }

  private static String codes(List<CdaDocument> documents) {
    return documents.stream()
        .map(each -> each.code().code())
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** mssante.md 2.2. */
  private static String subject(List<CdaDocument> documents) {
    CdaDocument first = documents.get(0);
    String label = documents.size() > 1 ? documents.size() + " documents" : first.code().label();
    List<XmlElement> names = at(first.root(), PATIENT + "/name");
    StringBuilder text =
        new StringBuilder("XDM/1.0/DDM+")
            .append(label, 0, Math.min(label.length(), LONGEST_LABEL))
            .append(' ')
            .append(plain(ofBirth(names, "family")).toUpperCase(Locale.ROOT))
            .append(' ')
            .append(plain(ofBirth(names, "given")));
    String born =
        at(first.root(), PATIENT + "/birthTime").stream()
            .flatMap(each -> each.attribute("value").stream())
            .findFirst()
            .orElse("");
    if (born.matches("\\d{8}.*")) {
      text.append(' ')
          .append(born, 6, 8)
          .append('/')
          .append(born, 4, 6)
          .append('/')
          .append(born, 0, 4);
    }
    return text.toString();
  }

  /** A name of birth, or the only one there is. */
  private static String ofBirth(List<XmlElement> names, String part) {
    List<XmlElement> all = names.stream().flatMap(each -> at(each, part).stream()).toList();
    return all.stream()
        .filter(each -> each.attribute("qualifier").orElse("").equals("BR"))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(XmlElement::text)
        .orElse("");
  }

  private static List<XmlElement> at(XmlElement from, String path) {
    List<XmlElement> found = List.of(from);
    for (String step : path.split("/", -1)) {
      found =
          found.stream()
              .flatMap(each -> each.children().stream())
              .filter(each -> each.localName().equals(step))
              .toList();
    }
    return found;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  private String message(
      MssXdmExchange asked,
      Mailbox from,
      Mailbox to,
      String id,
      String subject,
      String codes,
      byte[] archive) {
    String mark = "--xdm-" + UUID.randomUUID();
    StringBuilder text = new StringBuilder();
    text.append(MimeText.field("Return-Path", "<" + from.address() + ">"))
        .append(MimeText.field("Date", MimeText.date(clock.instant())))
        .append("From: ")
        .append(MimeText.address(from.label(), from.address()))
        .append("\r\n")
        .append(MimeText.field("To", "<" + to.address() + ">"))
        .append(
            "sujet-8-bits".equals(asked.fault())
                ? "Subject: " + subject.replaceAll("[\\r\\n]", " ") + "\r\n"
                : MimeText.field("Subject", subject))
        .append(MimeText.field("Message-ID", id));
    if (Boolean.TRUE.equals(asked.receipt())) {
      text.append(MimeText.field("Disposition-Notification-To", "<" + from.address() + ">"));
    }
    text.append(MimeText.field("X-MSS-NIL", "SOCLE0000001"))
        .append(MimeText.field("X-MSS-CODECDA", codes))
        .append(MimeText.field("X-MSS-INS", asked.qualified() == null ? "O" : asked.qualified()))
        .append(MimeText.field("MIME-Version", "1.0"))
        .append("Content-Type: multipart/mixed; boundary=\"" + mark.substring(2) + "\"\r\n\r\n")
        .append(mark)
        .append("\r\n")
        .append(
            MimeText.plain(
                asked.text() == null
                    ? "Bonjour, veuillez trouver ci-joint un document."
                    : asked.text()))
        .append(attachment(mark, "application/zip", "IHE_XDM.ZIP", archive));
    if (asked.pdf() != null) {
      for (MssPrint each : asked.pdf()) {
        text.append(attachment(mark, "application/pdf", each.name(), decoded(each.base64())));
      }
    }
    return text.append(mark).append("--\r\n").toString();
  }

  private static String attachment(String mark, String type, String name, byte[] bytes) {
    if (!name.matches("[^\"\\\\\r\n]{1,150}")) {
      throw refused("nom-incorrect", "Un nom de fichier tient sur une ligne, sans guillemet.");
    }
    // RFC 2047 in a parameter is what programs write; RFC 2231 says otherwise for other letters.
    String written = MimeText.encoded(name).replace("\r\n ", " ");
    return mark
        + "\r\nContent-Type: "
        + type
        + "; name=\""
        + written
        + "\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\""
        + written
        + "\"\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\r\n";
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw refused("base64-illisible", "Écrivez les documents en base64.");
    }
  }

  private static CdaDocument read(byte[] bytes) {
    try {
      return CdaDocument.read(bytes);
    } catch (UnreadableCdaException e) {
      throw refused(
          "cda-illisible", "Un document de cda n'est pas un CDA lisible : " + e.getMessage());
    }
  }

  private static InvalidControlRequestException refused(String code, String message) {
    return new InvalidControlRequestException(code, message);
  }
}
