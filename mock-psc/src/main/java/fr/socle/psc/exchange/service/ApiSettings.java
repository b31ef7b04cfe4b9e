package fr.socle.psc.exchange.service;

import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.Settings;
import fr.socle.psc.exchange.service.ProtectedApi.TokenForm;
import fr.socle.psc.service.SettingReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the APIs Pro Santé Connectées of a space.
 *
 * <p>For each API: {@code api.<name>.scopes} (its own name by default: the business scopes of the
 * national APIs are unknown, (A)), {@code api.<name>.call-scope} (the first of them: without it a
 * call is refused), {@code api.<name>.token-seconds} (14400), {@code api.<name>.refresh-seconds}
 * (1800), psc.md 1.3 (S: PROXY), {@code api.<name>.token-form} ({@code jwt} or {@code opaque}),
 * {@code api.<name>.upstream} and {@code api.<name>.identity} (what is behind it and the client
 * identity presented there).
 *
 * @param apis the APIs by name: {@code api.names}, {@code insi,signsessiondata} by default, and
 *     {@code dmp} where the space has one
 * @param scopeRequired {@code api.scope=required}: refuses an exchange without {@code scope}; the
 *     example proxy of the ANS sends none, psc.md 2.6 (S: PROXY), hence {@code optional}
 * @param cnfRequired {@code api.cnf=required}: refuses an exchange without {@code cnf}, same reason
 * @param cnfForm {@code api.cnf-form}: how the thumbprint is written in API tokens, {@code rfc}
 *     (RFC 8705) or {@code hexadecimal} (the published example), psc.md 2.6
 * @param introspection {@code api.introspection-url}, {@code api.introspection-client}, {@code
 *     api.introspection-secret}: another Pro Santé Connect to ask, absent for that of the space
 */
public record ApiSettings(
    Map<String, ProtectedApi> apis,
    boolean scopeRequired,
    boolean cnfRequired,
    Confirmation.Form cnfForm,
    @Nullable Elsewhere introspection) {
  /** The conformance API of the example proxy, psc.md 2.7 (S: PROXY). */
  public static final String SIGN_SESSION_DATA = "signsessiondata";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /** Copies the map, order kept. */
  public ApiSettings {
    apis = Collections.unmodifiableMap(new LinkedHashMap<>(apis));
  }

  /**
   * An introspection endpoint outside the space.
   *
   * @param url its address
   * @param clientId client of that Pro Santé Connect
   * @param secret its secret, in the header
   */
  public record Elsewhere(String url, String clientId, String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Elsewhere[" + url + ", " + clientId + "]";
    }
  }

  /**
   * Reads the settings of a space.
   *
   * @param byDefault names of the APIs when {@code api.names} does not tell
   * @throws InvalidControlRequestException when a value is not one of those allowed
   */
  public static ApiSettings read(Settings settings, List<String> byDefault) {
    SettingReader reader = new SettingReader(settings);
    Map<String, ProtectedApi> apis = new LinkedHashMap<>();
    for (String name : words(reader.text("api.names", String.join(",", byDefault)))) {
      if (!NAME.matcher(name).matches() || name.equals("esante-wallet")) {
        throw SettingReader.refused(
            "api.names", name, List.of("des noms en minuscules, séparés par des virgules"));
      }
      apis.put(name, api(reader, name));
    }
    boolean hexadecimal = "hexadecimal".equals(reader.word("api.cnf-form", "rfc", "hexadecimal"));
    return new ApiSettings(
        apis,
        "required".equals(reader.word("api.scope", "optional", "required")),
        "required".equals(reader.word("api.cnf", "optional", "required")),
        hexadecimal ? Confirmation.Form.HEXADECIMAL : Confirmation.Form.RFC,
        elsewhere(reader));
  }

  /** An API by its name. */
  public Optional<ProtectedApi> api(String name) {
    return Optional.ofNullable(apis.get(name));
  }

  private static ProtectedApi api(SettingReader reader, String name) {
    String prefix = "api." + name + ".";
    List<String> scopes = words(reader.text(prefix + "scopes", name));
    if (scopes.isEmpty()) {
      throw SettingReader.refused(
          prefix + "scopes", "", List.of("des scopes séparés par des virgules"));
    }
    return new ProtectedApi(
        name,
        scopes,
        reader.text(prefix + "call-scope", scopes.get(0)),
        reader.seconds(prefix + "token-seconds", 14_400),
        reader.seconds(prefix + "refresh-seconds", 1800),
        "opaque".equals(reader.word(prefix + "token-form", "jwt", "opaque"))
            ? TokenForm.OPAQUE
            : TokenForm.JWT);
  }

  private static @Nullable Elsewhere elsewhere(SettingReader reader) {
    String url = reader.text("api.introspection-url", "");
    if (url.isEmpty()) {
      return null;
    }
    return new Elsewhere(
        reader.address("api.introspection-url", url),
        reader.text("api.introspection-client", ""),
        reader.text("api.introspection-secret", ""));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[, ]+")).filter(word -> !word.isEmpty()).distinct().toList();
  }
}
