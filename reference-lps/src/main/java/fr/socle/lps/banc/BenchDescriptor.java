package fr.socle.lps.banc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this software reads in {@code bench.json}: where the services of its space are and with
 * which keys to reach them. Everything else in the file is ignored.
 */
public final class BenchDescriptor {

  private final JsonNode root;

  private BenchDescriptor(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads a descriptor.
   *
   * @throws DescriptorRefused when the members every service needs are missing
   */
  public static BenchDescriptor of(JsonNode root) throws DescriptorRefused {
    BenchDescriptor descriptor = new BenchDescriptor(root);
    text(root, "caFile", "banc.caFile");
    if (!root.path("urls").isObject()) {
      throw new DescriptorRefused("Le descripteur du banc n'a pas de membre « urls ».");
    }
    return descriptor;
  }

  /** The file of the authority that signs the servers of the bench, in PEM. */
  public Path caFile() throws DescriptorRefused {
    return Path.of(text(root, "caFile", "banc.caFile"));
  }

  /** The address of a service by its name, for instance {@code insi.certificate}. */
  public URI url(String name) throws DescriptorRefused {
    String text = text(root.path("urls"), name, "banc.urls." + name);
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new DescriptorRefused("« banc.urls." + name + " » n'est pas une adresse : " + text);
    }
  }

  /** A client key store by its name. */
  public KeyStoreFile keyStore(String name) throws DescriptorRefused {
    for (JsonNode entry : root.path("keyStores")) {
      if (name.equals(entry.path("name").asText())) {
        String place = "banc.keyStores[" + name + "].";
        return new KeyStoreFile(
            name,
            Path.of(text(entry, "pkcs12", place + "pkcs12")),
            text(entry, "password", place + "password"));
      }
    }
    throw new DescriptorRefused(
        "Le descripteur du banc n'a pas de magasin de clés « " + name + " ».");
  }

  /**
   * The Pro Santé Connect client to use.
   *
   * @param clientId the client id wanted, or null for the first of the descriptor
   */
  public PscClient client(@Nullable String clientId) throws DescriptorRefused {
    for (JsonNode entry : root.path("clients")) {
      if (clientId == null || clientId.equals(entry.path("clientId").asText())) {
        return client(entry);
      }
    }
    throw new DescriptorRefused(
        clientId == null
            ? "Le descripteur du banc n'a aucun client Pro Santé Connect (« clients »)."
            : "Le descripteur du banc n'a pas de client « " + clientId + " ».");
  }

  /** The authorisation number of the software for INSi. */
  public String idam() throws DescriptorRefused {
    return text(root.path("lps"), "idam", "banc.lps.idam");
  }

  private static PscClient client(JsonNode entry) throws DescriptorRefused {
    return new PscClient(
        text(entry, "clientId", "banc.clients.clientId"),
        optionalText(entry, "clientSecret").orElse(null),
        optionalText(entry, "authMethod").orElse("client_secret_basic"),
        texts(entry.path("redirectUris")),
        texts(entry.path("postLogoutRedirectUris")),
        optionalText(entry, "keyStore").orElse(null));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static Optional<String> optionalText(JsonNode object, String member) {
    String text = object.path(member).textValue();
    return Optional.ofNullable(text).filter(value -> !value.isBlank());
  }

  private static String text(JsonNode object, String member, String place)
      throws DescriptorRefused {
    Optional<String> text = optionalText(object, member);
    if (text.isEmpty()) {
      throw new DescriptorRefused("Il manque « " + place + " » au descripteur du banc.");
    }
    return text.get();
  }
}
