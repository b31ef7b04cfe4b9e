package fr.socle.mss.service;

import fr.socle.bench.introspection.IntrospectionSettings;
import fr.socle.bench.spi.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the mail of a space behaves.
 *
 * @param mebibytes {@code mss.taille-max}: size of a message, in MiB; 25 (mssante.md 2.3 gives that
 *     of Mon espace santé; that of operators is theirs)
 * @param mailbox {@code mss.taille-bal}: what a mailbox may hold, in MiB; 2048 (A)
 * @param login {@code mss.login}: whether the holder of a mailbox may log in with a password, which
 *     is his national identifier: for trials with clients that know nothing else; no
 * @param clear {@code mss.clair}: whether authentication is accepted without TLS, for trials; no
 * @param implicit {@code mss.tls}: whether TLS begins with the connection instead of at STARTTLS;
 *     no text asks it, and some software knows nothing else; {@code starttls} (A: mssante.md 1.1)
 * @param withoutSmtp {@code mss.smtp-sans}: what EHLO does not offer, and is refused: words of
 *     {@link #SMTP_WORDS}
 * @param withoutImap {@code mss.imap-sans}: what CAPABILITY does not offer, and is refused: words
 *     of {@link #IMAP_WORDS}
 * @param introspection whom to ask about tokens; null to refuse them all
 */
public record MssSettings(
    int mebibytes,
    int mailbox,
    boolean login,
    boolean clear,
    boolean implicit,
    Set<String> withoutSmtp,
    Set<String> withoutImap,
    @Nullable IntrospectionSettings introspection) {
  /** What EHLO can be told to leave out. */
  static final List<String> SMTP_WORDS =
      List.of("STARTTLS", "XOAUTH2", "OAUTHBEARER", "PLAIN", "SIZE", "8BITMIME", "DSN");

  /** What CAPABILITY can be told to leave out. */
  static final List<String> IMAP_WORDS =
      List.of(
          "STARTTLS",
          "AUTH=XOAUTH2",
          "AUTH=OAUTHBEARER",
          "AUTH=PLAIN",
          "LITERAL+",
          "SASL-IR",
          "ID",
          "NAMESPACE",
          "UIDPLUS",
          "MOVE",
          "UNSELECT",
          "IDLE",
          "ENABLE",
          "ESEARCH",
          "CONDSTORE",
          "QUOTA");

  private static final int MIB = 1024 * 1024;

  /** Copies the sets. */
  public MssSettings {
    withoutSmtp = Set.copyOf(withoutSmtp);
    withoutImap = Set.copyOf(withoutImap);
  }

  /** Reads them. */
  public static MssSettings read(Settings settings) {
    int mebibytes = settings.number("mss.taille-max", 25);
    if (mebibytes < 1 || mebibytes > 200) {
      throw new IllegalArgumentException(
          "Réglage mss.taille-max=" + mebibytes + " : écrivez un nombre de Mio entre 1 et 200.");
    }
    int mailbox = settings.number("mss.taille-bal", 2048);
    if (mailbox < 1) {
      throw new IllegalArgumentException(
          "Réglage mss.taille-bal=" + mailbox + " : écrivez un nombre de Mio, 1 au moins.");
    }
    return new MssSettings(
        mebibytes,
        mailbox,
        settings.choice("mss.login", "non", "oui").equals("oui"),
        settings.choice("mss.clair", "non", "oui").equals("oui"),
        settings.choice("mss.tls", "starttls", "implicite").equals("implicite"),
        words(settings, "mss.smtp-sans", SMTP_WORDS),
        words(settings, "mss.imap-sans", IMAP_WORDS),
        IntrospectionSettings.read("mss", settings::get));
  }

  /** Bytes of the largest message. */
  public long largest() {
    return (long) mebibytes * MIB;
  }

  /** Bytes a mailbox may hold. */
  public long mailboxBytes() {
    return (long) mailbox * MIB;
  }

  private static Set<String> words(Settings settings, String name, List<String> known) {
    Set<String> words =
        Arrays.stream(settings.get(name, "").toUpperCase(Locale.ROOT).split("[ ,]+", -1))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toSet());
    for (String each : words) {
      if (!known.contains(each)) {
        throw new IllegalArgumentException(
            "Réglage "
                + name
                + " : « "
                + each
                + " » n'en est pas ; les mots permis sont "
                + String.join(", ", known)
                + ".");
      }
    }
    return words;
  }
}
