package fr.socle.mss;

import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.mss.directory.protocol.WebEndpoint;
import fr.socle.mss.directory.protocol.dns.DnsEndpoint;
import fr.socle.mss.directory.protocol.dns.MailServices;
import fr.socle.mss.directory.protocol.fhir.FhirDoor;
import fr.socle.mss.directory.protocol.files.AutoconfigDoor;
import fr.socle.mss.directory.protocol.files.ExtractionDoor;
import fr.socle.mss.directory.protocol.files.WhiteListDoor;
import fr.socle.mss.directory.protocol.ldap.LdapEndpoint;
import fr.socle.mss.directory.service.CallRate;
import fr.socle.mss.directory.service.Directory;
import fr.socle.mss.directory.service.DirectoryFault;
import fr.socle.mss.directory.service.DirectorySettings;
import fr.socle.mss.directory.service.Publications;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.WhiteList;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The directory in one space: its listeners, what they show, its faults. */
final class DirectoryRooms implements AutoCloseable {
  static final String WEB = "mss.web";
  static final String LDAP = "mss.ldap";
  static final String LDAPS = "mss.ldaps";
  static final String DNS = "mss.dns";

  private final Publications publications;
  private final FhirDoor fhir;
  private final HttpEndpoint web;
  private final Map<String, SessionEndpoint> lines;
  private final Map<String, String> urls;

  private DirectoryRooms(
      Publications publications,
      FhirDoor fhir,
      HttpEndpoint web,
      Map<String, SessionEndpoint> lines,
      Map<String, String> urls) {
    this.publications = publications;
    this.fhir = fhir;
    this.web = web;
    this.lines = lines;
    this.urls = urls;
  }

  static List<ListenerSpec> listeners(String service) {
    return List.of(
        new ListenerSpec(WEB, service, 6, Tls.SERVER_ONLY),
        new ListenerSpec(LDAP, service, 9, Tls.SERVER_ONLY).speaking("ldap"),
        new ListenerSpec(LDAPS, service, 10, Tls.SERVER_ONLY).speaking("ldaps"),
        new ListenerSpec(DNS, service, 15, Tls.CLEAR)
            .speaking("dns")
            .takingDatagrams()
            .openedBySetting("mss.srv"));
  }

  static List<FaultKind> faults(String service) {
    return Arrays.stream(DirectoryFault.values())
        .map(each -> new FaultKind(service, each.label(), each.description(), each.parameters()))
        .toList();
  }

  static void requireTakes(String fault, Map<String, String> parameters) {
    String days = parameters.getOrDefault("jours", "365");
    if (fault.equals(DirectoryFault.LIST_OLD.label()) && !days.matches("[0-9]{1,5}")) {
      throw new InvalidControlRequestException(
          "parametre-incorrect", "Le paramètre jours est un nombre entier de jours.");
    }
  }

  static DirectoryRooms open(
      ServiceContext context, MailStore store, WhiteList whiteList, Map<String, String> addresses) {
    DirectorySettings settings = DirectorySettings.read(context.settings());
    Publications publications = new Publications();
    Directory directory =
        new Directory(
            context.world(),
            new ListedMailboxes(store, context.world(), publications),
            context.clock());
    String web = address(context, WEB);
    FhirDoor fhir =
        new FhirDoor(
            directory, settings, new CallRate(settings.callsPerSecond(), context.clock()), web);
    URI access = URI.create(addresses.getOrDefault(MssMock.ACCESS, ""));
    URI submission = URI.create(addresses.getOrDefault(MssMock.SUBMISSION, ""));
    Map<String, String> urls = new TreeMap<>();
    for (String listener : List.of(WEB, LDAP, LDAPS)) {
      urls.put(listener, address(context, listener));
    }
    urls.put("mss.fhir", web + "/fhir/v2");
    urls.put("mss.extraction", web + ExtractionDoor.PATH);
    urls.put("mss.liste-blanche", web + WhiteListDoor.LIST);
    urls.put("mss.autoconfig", web + AutoconfigDoor.PATH);
    Map<String, SessionEndpoint> lines = new HashMap<>();
    lines.put(LDAP, new LdapEndpoint(directory, settings, false));
    lines.put(LDAPS, new LdapEndpoint(directory, settings, true));
    if (settings.services()) {
      lines.put(DNS, new DnsEndpoint(MailServices.of(store::domains, access, submission)));
      urls.put(DNS, address(context, DNS));
    }
    return new DirectoryRooms(
        publications,
        fhir,
        new WebEndpoint(
            fhir,
            new ExtractionDoor(directory),
            new WhiteListDoor(whiteList, settings),
            new AutoconfigDoor(store::domains, access, submission)),
        Map.copyOf(lines),
        urls);
  }

  private static String address(ServiceContext context, String listener) {
    return context.addresses().getOrDefault(listener, "");
  }

  HttpEndpoint web() {
    return web;
  }

  Map<String, SessionEndpoint> lines() {
    return lines;
  }

  Map<String, String> urls() {
    return urls;
  }

  List<ControlOperation<?, ?>> operations() {
    return new DirectoryDesk(publications).operations();
  }

  /** Someone has a mailbox now, and will look for those of others. */
  void awaken() {
    fhir.awaken();
  }

  void clear() {
    publications.clear();
  }

  @Override
  public void close() {
    fhir.close();
  }
}
