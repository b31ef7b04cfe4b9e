package fr.socle.mss;

import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssMailboxChange;
import fr.socle.bench.pki.SubjectName;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.world.WorldStore;
import fr.socle.mss.service.CitizenAddress;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.Mailbox.Kind;
import fr.socle.mss.service.Mailbox.Opening;
import fr.socle.mss.service.Mailbox.State;
import fr.socle.mss.service.WhiteList;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens mailboxes of each kind, and changes them.
 *
 * @param store mailboxes
 * @param world people of the space
 * @param certificates certificates of the client identities of {@code bench.json}, by name
 * @param opened hears that a mailbox was opened
 */
record MailboxDesk(
    MailStore store, WorldStore world, Map<String, X509Certificate> certificates, Runnable opened) {
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,180}");
  private static final int MOST_USERS = 100;

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "POST",
            "mailbox",
            "Opens a mailbox, or changes what it is",
            MssMailbox.class,
            Void.class,
            this::open),
        new ControlOperation<>(
            "POST",
            "mailbox-state",
            "Fills a mailbox, closes it, or opens it again",
            MssMailboxChange.class,
            Void.class,
            this::change));
  }

  private @Nullable Void open(MssMailbox asked) {
    String address = asked.address().toLowerCase(Locale.ROOT);
    if (!ADDRESS.matcher(address).matches()) {
      throw refused(
          "adresse-incorrecte", "« " + asked.address() + " » n'est pas une adresse de messagerie.");
    }
    Kind kind = kind(asked.kind());
    if (address.endsWith("@" + WhiteList.CITIZENS) != (kind == Kind.CITOYEN)) {
      throw refused(
          "adresse-incorrecte",
          "Les boîtes des usagers (CITOYEN), et elles seules, sont du domaine "
              + WhiteList.CITIZENS
              + ".");
    }
    if (kind == Kind.CITOYEN && CitizenAddress.isMalformed(address)) {
      throw refused(
          "adresse-incorrecte",
          "L'adresse d'un usager est son matricule INS, clé comprise, avant @"
              + WhiteList.CITIZENS
              + ".");
    }
    String label = asked.label() == null ? "" : asked.label();
    if (label.length() > 200 || label.chars().anyMatch(each -> each < 0x20)) {
      throw refused("libelle-incorrect", "Un libellé tient sur une ligne de 200 caractères.");
    }
    store.open(
        new Mailbox(address, kind, users(asked, kind), label, opening(asked, kind), of(asked)));
    opened.run();
    return null;
  }

  private static Kind kind(@Nullable String asked) {
    String word = asked == null ? Kind.PER.name() : asked.toUpperCase(Locale.ROOT);
    return Arrays.stream(Kind.values())
        .filter(each -> each.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "genre-inconnu",
                    "Une boîte est PER, ORG, APP, CAB ou CITOYEN, pas « " + asked + " »."));
  }

  private static State of(MssMailbox asked) {
    return asked.state() == null ? State.OPEN : state(asked.state());
  }

  private static State state(String asked) {
    return Arrays.stream(State.values())
        .filter(each -> each.label().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "etat-inconnu",
                    "Une boîte est "
                        + Arrays.stream(State.values())
                            .map(State::label)
                            .collect(Collectors.joining(", "))
                        + ", pas « "
                        + asked
                        + " »."));
  }

  private List<String> users(MssMailbox asked, Kind kind) {
    Set<String> users = new LinkedHashSet<>();
    if (asked.nationalId() != null) {
      users.add(asked.nationalId());
    }
    if (asked.professionals() != null) {
      users.addAll(asked.professionals());
    }
    boolean right =
        switch (kind) {
          case PER -> users.size() == 1;
          case ORG, CAB -> !users.isEmpty() && users.size() <= MOST_USERS;
          case APP, CITOYEN -> users.isEmpty();
        };
    if (!right) {
      throw refused(
          "titulaires-incorrects",
          switch (kind) {
            case PER -> "Une boîte personnelle a un seul professionnel : donnez nationalId.";
            case ORG, CAB ->
                "Donnez dans professionals les professionnels qui ouvrent cette boîte, "
                    + MOST_USERS
                    + " au plus.";
            case APP -> "Une boîte applicative s'ouvre par un certificat : donnez certificate.";
            case CITOYEN -> "La boîte d'un usager est à lui seul : retirez les professionnels.";
          });
    }
    for (String each : users) {
      if (world.professional(each).isEmpty()) {
        throw refused(
            "professionnel-inconnu",
            "Aucun professionnel de cet espace n'a l'identifiant « "
                + each
                + " » : créez-le d'abord.");
      }
    }
    return List.copyOf(users);
  }

  private @Nullable Opening opening(MssMailbox asked, Kind kind) {
    String organisation = asked.organisation() == null ? "" : asked.organisation().strip();
    if (kind != Kind.APP) {
      if (asked.certificate() != null || !organisation.isEmpty()) {
        throw refused(
            "certificat-sans-objet",
            "Seule une boîte applicative (APP) s'ouvre par un certificat.");
      }
      return null;
    }
    if (asked.certificate() == null && organisation.isEmpty()) {
      throw refused(
          "certificat-absent",
          "Dites quel certificat ouvre cette boîte applicative : certificate (un nom de bench.json"
              + " ou un DN), ou organisation (un OU de son sujet).");
    }
    return new Opening(
        asked.certificate() == null ? "" : subject(asked.certificate(), certificates),
        organisation);
  }

  /** Subject of a certificate that is named by an identity of {@code bench.json}, or written. */
  static String subject(String asked, Map<String, X509Certificate> certificates) {
    X509Certificate known = certificates.get(asked);
    if (known == null && (asked.indexOf('=') < 0 || asked.length() > 1000)) {
      throw refused(
          "certificat-inconnu",
          "« "
              + asked
              + " » n'est ni un nom de bench.json ni le sujet d'un certificat (CN=…,OU=…).");
    }
    return known == null ? asked : SubjectName.of(known).text();
  }

  private @Nullable Void change(MssMailboxChange asked) {
    Mailbox mailbox = known(store, asked.address());
    store.open(mailbox.in(state(asked.state())));
    return null;
  }

  /** The mailbox of an address. */
  static Mailbox known(MailStore store, String address) {
    return store
        .mailbox(address)
        .orElseThrow(
            () ->
                refused(
                    "boite-inconnue",
                    "La boîte « " + address + " » n'existe pas dans cet espace : ouvrez-la."));
  }

  private static InvalidControlRequestException refused(String code, String message) {
    return new InvalidControlRequestException(code, message);
  }
}
