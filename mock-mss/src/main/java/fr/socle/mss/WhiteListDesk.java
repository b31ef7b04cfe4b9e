package fr.socle.mss;

import fr.socle.bench.client.api.MssDomain;
import fr.socle.bench.client.api.MssWhiteList;
import fr.socle.bench.client.api.MssWhiteList.MssListedDomain;
import fr.socle.bench.client.api.MssWhiteListDomain;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.mss.service.WhiteList;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the control API does with the white list.
 *
 * @param whiteList the list
 * @param certificates certificates of the client identities of {@code bench.json}, by name
 * @param clock wall clock
 */
record WhiteListDesk(WhiteList whiteList, Map<String, X509Certificate> certificates, Clock clock) {
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]{1,180}");
  private static final String OTHER_DN =
      "CN=smtp.autre-operateur.test,OU=300000000000002,O=AUTRE OPERATEUR,ST=Paris (75),C=FR";

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "GET",
            "white-list",
            "The white list",
            Void.class,
            MssWhiteList.class,
            unused -> shown()),
        new ControlOperation<>(
                "POST",
                "white-list-add",
                "Puts a domain in the white list, or one more certificate of it",
                MssWhiteListDomain.class,
                Void.class,
                this::add)
            .andKept(),
        new ControlOperation<>(
                "POST",
                "white-list-remove",
                "Takes a domain off the white list",
                MssDomain.class,
                Void.class,
                this::remove)
            .andKept());
  }

  private MssWhiteList shown() {
    return new MssWhiteList(
        whiteList.generatedAt(),
        whiteList.entries().stream()
            .map(
                each ->
                    new MssListedDomain(
                        each.name(), each.description(), each.dn(), each.updatedAt()))
            .toList());
  }

  private @Nullable Void add(MssWhiteListDomain asked) {
    String domain = domain(asked.domain());
    whiteList.add(
        new WhiteList.Entry(
            domain,
            asked.description() == null ? "ORGANISATION DE " + domain : asked.description(),
            asked.certificate() == null
                ? OTHER_DN
                : MailboxDesk.subject(asked.certificate(), certificates),
            "0100000000, responsable@autre-operateur.test",
            "0100000000, support@autre-operateur.test",
            clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    return null;
  }

  private @Nullable Void remove(MssDomain asked) {
    whiteList.remove(domain(asked.domain()));
    return null;
  }

  private static String domain(String asked) {
    if (!DOMAIN.matcher(asked).matches()) {
      throw new InvalidControlRequestException(
          "domaine-incorrect", "« " + asked + " » n'est pas un nom de domaine.");
    }
    return asked;
  }
}
