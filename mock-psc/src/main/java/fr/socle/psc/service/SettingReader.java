package fr.socle.psc.service;

import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;

/**
 * Reads settings by kind. Every method throws {@link InvalidControlRequestException} with the
 * values allowed when a setting has another one.
 *
 * @param settings settings of a space
 */
public record SettingReader(Settings settings) {

  /** Any text. */
  public String text(String name, String byDefault) {
    return settings.get(name, byDefault);
  }

  /** One of two words. */
  public String word(String name, String byDefault, String other) {
    String value = settings.get(name, byDefault);
    if (!value.equals(byDefault) && !value.equals(other)) {
      throw refused(name, value, List.of(byDefault, other));
    }
    return value;
  }

  /** {@code on} or {@code off}. */
  public boolean flag(String name, boolean byDefault) {
    String value = settings.get(name, byDefault ? "on" : "off");
    return switch (value) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw refused(name, value, List.of("on", "off"));
    };
  }

  /** A whole number of seconds, at least one. */
  public Duration seconds(String name, int byDefault) {
    String value = settings.get(name, Integer.toString(byDefault));
    try {
      int seconds = Integer.parseInt(value);
      if (seconds > 0) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // refused below, with the name of the setting
    }
    throw refused(name, value, List.of("un nombre entier de secondes, au moins 1"));
  }

  /** A whole number between two others, both included. */
  public int number(String name, int byDefault, int least, int most) {
    String value = settings.get(name, Integer.toString(byDefault));
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, with the name of the setting
    }
    throw refused(name, value, List.of("un nombre entier de " + least + " à " + most));
  }

  /** An address in {@code https} or {@code http}, without trailing slash. */
  public String address(String name, String byDefault) {
    return anAddress(name, settings.get(name, byDefault));
  }

  /**
   * An address in {@code https} or {@code http}, without trailing slash.
   *
   * @param name where it was given
   * @throws InvalidControlRequestException when it is none
   */
  public static String anAddress(String name, String value) {
    try {
      URI address = new URI(value);
      if (List.of("https", "http").contains(String.valueOf(address.getScheme()))
          && address.getHost() != null
          && address.getRawFragment() == null) {
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
      }
    } catch (URISyntaxException e) {
      // refused below, with the name of the setting
    }
    throw refused(name, value, List.of("une adresse https:// ou http://"));
  }

  /** The refusal of a value, with those allowed. */
  public static InvalidControlRequestException refused(
      String name, String value, List<String> allowed) {
    return new InvalidControlRequestException(
        "reglage-invalide",
        "Le réglage "
            + name
            + " ne peut pas valoir « "
            + value
            + " ». Valeurs possibles : "
            + String.join(", ", allowed)
            + ".");
  }
}
