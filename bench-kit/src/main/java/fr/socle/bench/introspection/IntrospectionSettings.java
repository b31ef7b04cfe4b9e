package fr.socle.bench.introspection;

import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whom a service asks about tokens.
 *
 * @param service name of the service, which its settings begin with
 * @param url {@code <service>.introspection-url}; {@code {psc.backchannel}} and the like stand for
 *     the address of a listener of the space
 * @param client {@code <service>.introspection-client}
 * @param secret {@code <service>.introspection-secret}
 */
public record IntrospectionSettings(String service, String url, String client, String secret) {
  /** What the settings of a service say; null when they name nobody. */
  public static @Nullable IntrospectionSettings read(
      String service, BinaryOperator<String> setting) {
    String url = setting.apply(service + ".introspection-url", "").strip();
    return url.isEmpty()
        ? null
        : new IntrospectionSettings(
            service,
            url,
            setting.apply(service + ".introspection-client", "").strip(),
            setting.apply(service + ".introspection-secret", "").strip());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "IntrospectionSettings[" + url + ", " + client + "]";
  }
}
