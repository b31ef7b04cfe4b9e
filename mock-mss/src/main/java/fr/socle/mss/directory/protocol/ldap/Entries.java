package fr.socle.mss.directory.protocol.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import fr.socle.mss.directory.service.DirectoryMailbox;
import fr.socle.mss.directory.service.Labels;
import fr.socle.mss.directory.service.Person;
import fr.socle.mss.directory.service.Place;
import fr.socle.mss.directory.service.Situation;
import fr.socle.mss.directory.service.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** The directory as entries: those of mssante.md 6.4, whose schema is ours (A). */
final class Entries {
  static final String ROOT = "dc=mssante,dc=fr";
  static final String BASE = "ou=bal," + ROOT;
  static final String START_TLS = "1.3.6.1.4.1.1466.20037";
  static final String PAGED = "1.2.840.113556.1.4.319";

  private Entries() {}

  /** What a server says of itself: RFC 4512 section 5.1. */
  static Entry aboutTheServer(boolean startTls) {
    Entry entry = new Entry("");
    entry.addAttribute("objectClass", "top");
    entry.addAttribute("namingContexts", ROOT);
    entry.addAttribute("supportedLDAPVersion", "3");
    entry.addAttribute("supportedControl", PAGED);
    if (startTls) {
      entry.addAttribute("supportedExtension", START_TLS);
    }
    entry.addAttribute("vendorName", "Socle");
    return entry;
  }

  static List<Entry> of(Snapshot now) {
    List<Entry> all = new ArrayList<>();
    Entry root = new Entry(ROOT);
    root.addAttribute("objectClass", "top", "domain");
    root.addAttribute("dc", "mssante");
    all.add(root);
    Entry base = new Entry(BASE);
    base.addAttribute("objectClass", "top", "organizationalUnit");
    base.addAttribute("ou", "bal");
    all.add(base);
    for (Person person : now.people()) {
      for (DirectoryMailbox mailbox : person.mailboxes()) {
        Entry entry = begun(mailbox);
        describe(entry, person);
        add(entry, "l", town(now, person));
        all.add(entry);
      }
    }
    for (Situation there : now.situations()) {
      for (DirectoryMailbox mailbox : there.mailboxes()) {
        Entry entry = begun(mailbox);
        describe(entry, there.person());
        describe(entry, there.place());
        all.add(entry);
      }
    }
    for (Place place : now.places()) {
      for (DirectoryMailbox mailbox : place.mailboxes()) {
        Entry entry = begun(mailbox);
        // inetOrgPerson needs one.
        entry.addAttribute("sn", place.structure().businessName());
        describe(entry, place);
        all.add(entry);
      }
    }
    return all;
  }

  private static Entry begun(DirectoryMailbox mailbox) {
    String address = mailbox.address();
    Entry entry = new Entry(new RDN("cn", address) + "," + BASE);
    entry.addAttribute("objectClass", "top", "inetOrgPerson", "balMSSante");
    entry.addAttribute("cn", address);
    entry.addAttribute("mail", address);
    entry.addAttribute("TypeBAL", mailbox.kind().name());
    add(entry, "description", mailbox.publication().description());
    add(entry, "departmentNumber", mailbox.publication().department());
    return entry;
  }

  private static void describe(Entry entry, Person person) {
    add(entry, "sn", person.familyName());
    add(entry, "givenName", person.givenName());
    add(entry, "TypeIdentifiantPP", person.numberType());
    add(entry, "IdentifiantPP", person.number());
    add(entry, "profession", person.profession());
  }

  private static void describe(Entry entry, Place place) {
    String national = place.nationalId();
    add(entry, "o", place.structure().businessName());
    add(entry, "TypeIdentifiantPM", Labels.structureType(national));
    add(entry, "IdentifiantPM", national.isEmpty() ? "" : national.substring(1));
    add(entry, "l", town(place));
  }

  private static String town(Snapshot now, Person person) {
    return now.situations().stream()
        .filter(each -> each.person().id().equals(person.id()))
        .findFirst()
        .map(each -> town(each.place()))
        .orElse("");
  }

  private static String town(Place place) {
    String town = place.structure().address().town();
    String postcode = place.structure().address().postcode();
    return town.startsWith(postcode + " ") ? town.substring(postcode.length() + 1) : town;
  }

  private static void add(Entry entry, String name, String value) {
    if (!value.isEmpty()) {
      entry.addAttribute(name, value);
    }
  }
}
