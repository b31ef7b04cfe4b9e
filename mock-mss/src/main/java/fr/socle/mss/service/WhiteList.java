package fr.socle.mss.service;

import fr.socle.bench.pki.SubjectName;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Which domains are of the trust space, and with which certificates their operators come
 * (mssante.md 1.6). Those of the mailboxes of the space are there by themselves, until they are
 * taken off. Safe for use by several threads.
 */
public final class WhiteList {
  /** The domain of citizens, which is trusted and not in the published list (mssante.md 1.6). */
  public static final String CITIZENS = "patient.mssante.fr";

  /** DN of the operator that the bench is (A). */
  public static final String OWN_DN =
      "CN=smtp.socle.test,OU=300000000000001,O=OPERATEUR SOCLE,ST=Paris (75),C=FR";

  private final Clock clock;
  private final Supplier<? extends Collection<String>> domains;
  private final Instant opened;
  private final List<Entry> added = new ArrayList<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private Instant changed;

  /**
   * The list of a space.
   *
   * @param domains domains of its mailboxes
   */
  public WhiteList(Clock clock, Supplier<? extends Collection<String>> domains) {
    this.clock = clock;
    this.domains = domains;
    this.opened = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    this.changed = opened;
  }

  /**
   * One domain with one certificate; a domain may have several (mssante.md 1.6).
   *
   * @param name the domain, lower case
   * @param description whose it is
   * @param dn subject of the certificate of its operator, {@code CN=…,OU=…,O=…,ST=…,C=FR}
   * @param responsible phone and address of who answers for it
   * @param support phone and address of who helps
   * @param updatedAt when the entry was last changed
   */
  public record Entry(
      String name,
      String description,
      String dn,
      String responsible,
      String support,
      Instant updatedAt) {
    /** Names are compared in lower case. */
    public Entry {
      name = name.toLowerCase(Locale.ROOT);
    }
  }

  /** What is published, by name of domain. */
  public synchronized List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    for (String name : own()) {
      all.add(
          new Entry(
              name,
              "ORGANISATION DE " + name.split("\\.", 2)[0].toUpperCase(Locale.ROOT),
              OWN_DN,
              "0100000000, responsable@operateur-socle.test",
              "0100000000, support@operateur-socle.test",
              opened));
    }
    all.addAll(added);
    all.sort((one, other) -> one.name().compareTo(other.name()));
    return List.copyOf(all);
  }

  private Set<String> own() {
    Set<String> own = new TreeSet<>(domains.get());
    own.remove(CITIZENS);
    own.removeAll(removed);
    return own;
  }

  /** When the list was generated: its last change. */
  public synchronized Instant generatedAt() {
    return changed;
  }

  /** Adds a domain, or one more certificate of it. */
  public synchronized void add(Entry entry) {
    removed.remove(entry.name());
    added.removeIf(each -> each.name().equals(entry.name()) && each.dn().equals(entry.dn()));
    added.add(entry);
    touch();
  }

  /** Takes a domain off, with all its certificates. */
  public synchronized void remove(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    added.removeIf(each -> each.name().equals(name));
    removed.add(name);
    touch();
  }

  /** The list as the space was opened with it. */
  public synchronized void clear() {
    added.clear();
    removed.clear();
    touch();
  }

  private void touch() {
    changed = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether messages may go to, or come from, a domain. */
  public synchronized boolean lists(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    return (name.equals(CITIZENS) && !removed.contains(name))
        || own().contains(name)
        || added.stream().anyMatch(each -> each.name().equals(name));
  }

  /** Whether an operator may speak for a domain: its certificate is one of those listed. */
  public synchronized boolean lists(String domain, X509Certificate certificate) {
    String name = domain.toLowerCase(Locale.ROOT);
    SubjectName subject = SubjectName.of(certificate);
    return entries().stream()
        .anyMatch(each -> each.name().equals(name) && subject.isNamedBy(each.dn()));
  }

  /** Whether a certificate is that of a listed operator, whatever its domains. */
  public synchronized boolean lists(X509Certificate certificate) {
    SubjectName subject = SubjectName.of(certificate);
    return entries().stream().anyMatch(each -> subject.isNamedBy(each.dn()));
  }
}
