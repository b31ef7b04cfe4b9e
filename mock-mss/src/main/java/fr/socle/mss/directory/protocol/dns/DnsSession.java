package fr.socle.mss.directory.protocol.dns;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Session;
import fr.socle.bench.session.Step;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.session.Told;
import fr.socle.bench.session.Unit;
import fr.socle.mss.directory.protocol.dns.MailServices.Known;
import fr.socle.mss.directory.service.DirectoryFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** One datagram, or one connection where each message comes after its length (RFC 1035 4.2.2). */
final class DnsSession implements Session {
  // One byte is a line that is too long: unlike a number of bytes, it may be long in coming.
  private static final Awaits FIRST = new Awaits.Line(0);
  private static final int HEADER = 12;
  // RFC 1035 4.2.1, and what is said to who can take more (RFC 6891).
  private static final int PLAIN_DATAGRAM = 512;
  private static final int OUR_DATAGRAM = 1232;

  private final MailServices services;
  private final boolean datagram;
  private Part part;
  private int high;

  /** What of a message is awaited. */
  private enum Part {
    LENGTH,
    REST_OF_LENGTH,
    MESSAGE
  }

  DnsSession(MailServices services, boolean datagram) {
    this.services = services;
    this.datagram = datagram;
    this.part = datagram ? Part.MESSAGE : Part.LENGTH;
  }

  @Override
  public Step greet() {
    return Step.on("", FIRST);
  }

  @Override
  public Step received(Unit unit, RequestFaults faults) {
    byte[] bytes = unit.bytes().all();
    return switch (part) {
      case LENGTH -> {
        high = bytes[0] & 0xff;
        part = Part.REST_OF_LENGTH;
        yield Step.on("", new Awaits.Bytes(1));
      }
      case REST_OF_LENGTH -> {
        int length = (high << 8) | (bytes[0] & 0xff);
        part = Part.MESSAGE;
        yield length == 0 ? unreadable(bytes) : Step.on("", new Awaits.Bytes(length));
      }
      case MESSAGE -> {
        part = datagram ? Part.MESSAGE : Part.LENGTH;
        yield message(bytes, faults);
      }
    };
  }

  private Step message(byte[] bytes, RequestFaults faults) {
    Message asked;
    try {
      asked = new Message(bytes);
    } catch (IOException | IllegalArgumentException e) {
      return unreadable(bytes);
    }
    if (asked.getHeader().getFlag(Flags.QR)) {
      // Answering an answer is how two servers would talk for ever.
      return silent(
          "reponse-recue", "Ce message DNS est une réponse : ce port prend des questions.");
    }
    if (asked.getHeader().getOpcode() != Opcode.QUERY) {
      return refused(
          asked,
          Rcode.NOTIMP,
          "operation-non-offerte",
          "Ce DNS ne répond qu'aux questions ordinaires (QUERY).");
    }
    List<Record> questions = asked.getSection(Section.QUESTION);
    if (questions.size() != 1) {
      return refused(
          asked, Rcode.FORMERR, "question-unique", "Posez une question par message DNS.");
    }
    OPTRecord extended = asked.getOPT();
    if (extended != null && extended.getVersion() > 0) {
      return refused(
          asked, Rcode.BADVERS, "edns", "Employez EDNS version 0, ou n'employez pas EDNS.");
    }
    Record question = questions.get(0);
    if (question.getDClass() != DClass.IN && question.getDClass() != DClass.ANY) {
      return refused(asked, Rcode.REFUSED, "classe", "Ce DNS ne connaît que la classe IN.");
    }
    if (question.getType() == Type.AXFR || question.getType() == Type.IXFR) {
      return refused(asked, Rcode.REFUSED, "transfert", "Ce DNS ne transfère pas ses zones.");
    }
    return answered(asked, question, faults);
  }

  private Step answered(Message asked, Record question, RequestFaults faults) {
    Name name = question.getName();
    boolean srv = question.getType() == Type.SRV || question.getType() == Type.ANY;
    Known known = services.about(name, question.getType(), false);
    if (srv
        && !known.answers().isEmpty()
        && faults.take(DirectoryFault.SRV_NOWHERE.label()).isPresent()) {
      known = services.about(name, question.getType(), true);
    }
    Message answer = answer(asked, known.code());
    if (known.code() != Rcode.REFUSED && known.code() != Rcode.SERVFAIL) {
      answer.getHeader().setFlag(Flags.AA);
    }
    known.answers().forEach(each -> answer.addRecord(each, Section.ANSWER));
    known.authority().forEach(each -> answer.addRecord(each, Section.AUTHORITY));
    known.additional().forEach(each -> answer.addRecord(each, Section.ADDITIONAL));
    Map<String, Object> decoded = new TreeMap<>();
    decoded.put("reponses", known.answers().stream().map(Record::rdataToString).toList());
    return said(
        asked,
        answer,
        decoded,
        known.reason().isEmpty()
            ? null
            : new Refusal(
                "dns-" + Rcode.string(known.code()).toLowerCase(Locale.ROOT), known.reason()));
  }

  private Step refused(Message asked, int code, String name, String reason) {
    return said(asked, answer(asked, code), Map.of(), new Refusal(name, reason));
  }

  private static Message answer(Message asked, int code) {
    Message answer = new Message(asked.getHeader().getID());
    Header header = answer.getHeader();
    header.setFlag(Flags.QR);
    header.setOpcode(asked.getHeader().getOpcode());
    if (asked.getHeader().getFlag(Flags.RD)) {
      header.setFlag(Flags.RD);
    }
    header.setRcode(code & 0xf);
    Record question = asked.getQuestion();
    if (question != null) {
      answer.addRecord(question, Section.QUESTION);
    }
    if (asked.getOPT() != null) {
      answer.addRecord(new OPTRecord(OUR_DATAGRAM, code >> 4, 0), Section.ADDITIONAL);
    }
    return answer;
  }

  private Step said(
      Message asked, Message answer, Map<String, Object> more, @Nullable Refusal refusal) {
    Record question = asked.getQuestion();
    OPTRecord extended = asked.getOPT();
    int most =
        !datagram
            ? Message.MAXLENGTH
            : extended == null
                ? PLAIN_DATAGRAM
                : Math.max(PLAIN_DATAGRAM, Math.min(OUR_DATAGRAM, extended.getPayloadSize()));
    Map<String, Object> decoded = new TreeMap<>(more);
    decoded.put("transport", datagram ? "udp" : "tcp");
    decoded.put("code", Rcode.string(answer.getRcode()));
    return Step.over(
        framed(answer.toWire(most)),
        FIRST,
        new Told(
            "MSS DNS",
            question == null ? "" : Type.string(question.getType()),
            question == null ? "" : question.getName().toString(true),
            answer.getRcode(),
            null,
            decoded,
            refusal));
  }

  /** RFC 1035 4.1.1: who is understood enough to be answered is told that the format is wrong. */
  private Step unreadable(byte[] bytes) {
    Refusal refusal =
        new Refusal("message-illisible", "Ce message DNS ne se lit pas (RFC 1035, section 4.1).");
    boolean question = bytes.length >= HEADER && (bytes[2] & 0x80) == 0;
    if (!question) {
      return silent(refusal.code(), refusal.reason());
    }
    Header header = new Header(ByteBuffer.wrap(bytes).getShort() & 0xffff);
    header.setFlag(Flags.QR);
    header.setRcode(Rcode.FORMERR);
    Step step = Step.over(framed(header.toWire()), FIRST, told(Rcode.FORMERR, refusal));
    return datagram ? step : step.and(Then.CLOSE);
  }

  /** No answer; a connection ends. */
  private Step silent(String code, String reason) {
    return Step.over("", FIRST, told(null, new Refusal(code, reason))).and(Then.CLOSE);
  }

  private Told told(@Nullable Integer code, Refusal refusal) {
    return new Told(
        "MSS DNS", "", "", code, null, Map.of("transport", datagram ? "udp" : "tcp"), refusal);
  }

  private Content framed(byte[] message) {
    if (datagram) {
      return Content.of(message);
    }
    ByteBuffer framed = ByteBuffer.allocate(2 + message.length);
    framed.putShort((short) message.length).put(message);
    return Content.of(framed.array());
  }

  @Override
  public Step farewell() {
    return silent("delai-depasse", "Rien n'est venu pendant 30 secondes : la connexion est close.");
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
