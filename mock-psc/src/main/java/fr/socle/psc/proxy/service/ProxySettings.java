package fr.socle.psc.proxy.service;

import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.Settings;
import fr.socle.psc.service.SettingReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the Proxy e-Santé of a space.
 *
 * <p>For each API behind it, {@code proxy.api.<name>.url}, {@code proxy.api.<name>.token-url} and
 * {@code proxy.api.<name>.scopes}: an API or an authorization server other than those of the space.
 *
 * @param session {@code proxy.session-seconds}, 14400, psc.md 1.3 (S: PROXY)
 * @param timeout {@code proxy.timeout-seconds}, 30: how long an API may take (A)
 * @param longestBody {@code proxy.body-bytes}: longest answer of an API (A); unsaid, {@link
 *     #longestAnswer}
 * @param fullExchange {@code proxy.exchange}: {@code ci-sis} sends {@code scope} and {@code cnf};
 *     {@code ans} sends neither, as the example proxy of the ANS does, psc.md 2.6 (S: PROXY)
 * @param relay {@code proxy.url}: an editor's proxy to pass every call to, whose answers are judged
 * @param apis {@code proxy.apis}: the APIs behind it, all those of the space by default
 */
public record ProxySettings(
    Duration session,
    Duration timeout,
    int longestBody,
    boolean fullExchange,
    @Nullable String relay,
    Map<String, ApiRoute> apis) {
  private static final int MIB = 1024 * 1024;

  /** Copies the map, order kept. */
  public ProxySettings {
    apis = Collections.unmodifiableMap(new LinkedHashMap<>(apis));
  }

  /**
   * Reads the settings of a space.
   *
   * @param known APIs of the space
   * @throws InvalidControlRequestException when a value is not one of those allowed
   */
  public static ProxySettings read(Settings settings, List<ApiRoute> known) {
    SettingReader reader = new SettingReader(settings);
    String relay = reader.text("proxy.url", "");
    return new ProxySettings(
        reader.seconds("proxy.session-seconds", 14_400),
        reader.seconds("proxy.timeout-seconds", 30),
        reader.number("proxy.body-bytes", longestAnswer(settings), 1, 1024 * MIB),
        "ci-sis".equals(reader.word("proxy.exchange", "ci-sis", "ans")),
        relay.isEmpty() ? null : reader.address("proxy.url", relay),
        apis(reader, known));
  }

  /**
   * The longest answer that is passed on: the documents of one answer of the DMP ({@code
   * dmp.taille-reponse}, in MiB) and their envelope, 10 MiB at least.
   */
  public static int longestAnswer(Settings settings) {
    int documents = settings.number("dmp.taille-reponse", 64);
    return Math.max(10, Math.min(documents, 1000) + 1) * MIB;
  }

  private static Map<String, ApiRoute> apis(SettingReader reader, List<ApiRoute> known) {
    Map<String, ApiRoute> byName = new LinkedHashMap<>();
    known.forEach(route -> byName.put(route.name(), route));
    Map<String, ApiRoute> apis = new LinkedHashMap<>();
    for (String name : words(reader.text("proxy.apis", String.join(",", byName.keySet())))) {
      apis.put(name, route(reader, name, byName.get(name)));
    }
    return apis;
  }

  private static ApiRoute route(SettingReader reader, String name, @Nullable ApiRoute known) {
    String prefix = "proxy.api." + name + ".";
    String url = known == null ? "" : known.url();
    String tokenUrl = known == null ? "" : known.tokenUrl();
    String scopes = known == null ? "" : String.join(",", known.scopes());
    boolean external =
        !reader.text(prefix + "url", "").isEmpty()
            || !reader.text(prefix + "token-url", "").isEmpty();
    String server = reader.address(prefix + "token-url", tokenUrl);
    return new ApiRoute(
        name,
        reader.address(prefix + "url", url),
        server,
        words(reader.text(prefix + "scopes", scopes)),
        external,
        known != null && server.equals(known.tokenUrl()));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[, ]+")).filter(word -> !word.isEmpty()).distinct().toList();
  }
}
