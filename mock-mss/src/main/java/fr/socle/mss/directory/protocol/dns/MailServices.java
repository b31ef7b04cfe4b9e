package fr.socle.mss.directory.protocol.dns;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * What DNS tells of the mail: {@code _imap._tcp} and {@code _submission._tcp} of each domain (RFC
 * 6186), or {@code _imaps._tcp} and {@code _submissions._tcp} (RFC 8314) where TLS begins with the
 * connection; and the address of the server they name. Nothing is to be kept by who asks: all
 * records live zero seconds.
 *
 * @param domains domains of the mailboxes of the space
 * @param access address of the access to mailboxes, such as {@code imap://localhost:8448}
 * @param submission address of the submission
 * @param addresses addresses of their server, found once: the resolver of the machine may ask here
 */
public record MailServices(
    Supplier<? extends Collection<String>> domains,
    URI access,
    URI submission,
    List<InetAddress> addresses) {
  private static final long NOT_KEPT = 0;

  /** Copies the list. */
  public MailServices {
    addresses = List.copyOf(addresses);
  }

  /** The services of a space, the addresses of their server asked now. */
  public static MailServices of(
      Supplier<? extends Collection<String>> domains, URI access, URI submission) {
    List<InetAddress> found;
    try {
      found = List.of(InetAddress.getAllByName(access.getHost()));
    } catch (UnknownHostException e) {
      found = List.of();
    }
    return new MailServices(domains, access, submission, found);
  }

  /**
   * What is known of a name.
   *
   * @param code code of the answer, of {@link Rcode}
   * @param answers what was asked for
   * @param authority the start of the zone, where there is nothing to answer
   * @param additional the addresses of what the answers name
   * @param reason why there is no answer, French; empty when there is one
   */
  record Known(
      int code,
      List<Record> answers,
      List<Record> authority,
      List<Record> additional,
      String reason) {
    private static Known refused(int code, String reason) {
      return new Known(code, List.of(), List.of(), List.of(), reason);
    }
  }

  /**
   * Answers a question.
   *
   * @param name name asked about, absolute
   * @param type type of record asked for
   * @param nowhere whether the services are told to be nowhere: target {@code .} (RFC 2782)
   */
  Known about(Name name, int type, boolean nowhere) {
    String asked = name.toString(true).toLowerCase(Locale.ROOT);
    if (asked.equals(host())) {
      return new Known(Rcode.NOERROR, addresses(name, type), List.of(), List.of(), "");
    }
    Optional<String> domain =
        domains.get().stream()
            .map(each -> each.toLowerCase(Locale.ROOT))
            .filter(each -> asked.equals(each) || asked.endsWith("." + each))
            .max(Comparator.comparingInt(String::length));
    if (domain.isEmpty()) {
      return Known.refused(
          Rcode.REFUSED,
          "« "
              + asked
              + " » n'est dans le domaine d'aucune boîte de cet espace : demandez le domaine d'une"
              + " adresse, ou créez d'abord une boîte de ce domaine.");
    }
    int depth = domain.get().split("\\.", -1).length;
    String service =
        asked.length() == domain.get().length()
            ? ""
            : asked.substring(0, asked.length() - domain.get().length() - 1);
    URI at = services().get(service);
    if (at == null) {
      boolean above = service.isEmpty() || service.equals("_tcp");
      return new Known(
          above ? Rcode.NOERROR : Rcode.NXDOMAIN,
          List.of(),
          start(name, depth),
          List.of(),
          above
              ? ""
              : "Ce nom n'existe pas : dans ce domaine, le DNS du banc ne dit que "
                  + String.join(" et ", services().keySet().stream().sorted().toList())
                  + ".");
    }
    if (type != Type.SRV && type != Type.ANY) {
      return new Known(Rcode.NOERROR, List.of(), start(name, depth), List.of(), "");
    }
    return nowhere ? nowhere(name) : told(name, at);
  }

  private Map<String, URI> services() {
    return Map.of(
        access.getScheme().equals("imaps") ? "_imaps._tcp" : "_imap._tcp", access,
        submission.getScheme().equals("smtps") ? "_submissions._tcp" : "_submission._tcp",
            submission);
  }

  private static Known nowhere(Name name) {
    return new Known(
        Rcode.NOERROR,
        List.of(new SRVRecord(name, DClass.IN, NOT_KEPT, 0, 0, 0, Name.root)),
        List.of(),
        List.of(),
        "");
  }

  private Known told(Name name, URI at) {
    Name target;
    try {
      target = Name.fromString(host() + ".");
    } catch (TextParseException e) {
      return nameless();
    }
    if (Address.isDottedQuad(host()) || host().indexOf(':') >= 0) {
      return nameless();
    }
    return new Known(
        Rcode.NOERROR,
        List.of(new SRVRecord(name, DClass.IN, NOT_KEPT, 0, 1, at.getPort(), target)),
        List.of(),
        addresses(target, Type.ANY),
        "");
  }

  private Known nameless() {
    return Known.refused(
        Rcode.SERVFAIL,
        "Le banc est connu par l'adresse "
            + host()
            + ", et un enregistrement SRV ne peut nommer qu'un nom : lancez le banc avec"
            + " --public-host et un nom.");
  }

  private String host() {
    return access.getHost().toLowerCase(Locale.ROOT);
  }

  private List<Record> addresses(Name name, int type) {
    return addresses.stream()
        .<Record>map(
            each ->
                each.getAddress().length == 4
                    ? new ARecord(name, DClass.IN, NOT_KEPT, each)
                    : new AAAARecord(name, DClass.IN, NOT_KEPT, each))
        .filter(each -> type == Type.ANY || each.getType() == type)
        .toList();
  }

  /** RFC 2308: what says how long it may be remembered that there is nothing; here not at all. */
  private static List<Record> start(Name name, int depth) {
    Name zone = new Name(name, name.labels() - 1 - depth);
    return List.of(
        new SOARecord(zone, DClass.IN, NOT_KEPT, zone, zone, 1, 3600, 600, 86_400, NOT_KEPT));
  }
}
