package fr.socle.insi.protocol;

import fr.socle.bench.soap.SoapOperation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.xml.namespace.QName;

/**
 * The assumed contract of WS_INS3, read from {@code verification-supposee.properties}: insi.md 4
 * (A).
 */
final class VerificationContract {
  private static final Properties NAMES = read();

  /** The operation. */
  static final SoapOperation OPERATION =
      new SoapOperation(
          name("operation"),
          name("action"),
          new QName(name("demande.espace"), name("demande.racine")));

  private VerificationContract() {}

  static QName asked(String local) {
    return new QName(name("demande.espace"), local);
  }

  static QName answered(String local, String prefix) {
    return new QName(name("reponse.espace"), local, prefix);
  }

  static String root() {
    return name("reponse.racine");
  }

  private static String name(String key) {
    String value = NAMES.getProperty(key);
    if (value == null) {
      throw new IllegalStateException("verification-supposee.properties : " + key + " absent");
    }
    return value;
  }

  private static Properties read() {
    Properties names = new Properties();
    try (InputStream bytes =
        VerificationContract.class.getResourceAsStream("verification-supposee.properties")) {
      if (bytes == null) {
        throw new IllegalStateException("verification-supposee.properties absent");
      }
      try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
        names.load(text);
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
