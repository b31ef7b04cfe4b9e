package exemple;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** La connexion par Pro Santé Connect : code d'autorisation, PKCE, jeton d'identité contrôlé. */
final class ProSanteConnect {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder EN_BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String SANS_SUITE =
      "La connexion à Pro Santé Connect n'a pas abouti. Vous pouvez recommencer.";

  private final SecureRandom hasard = new SecureRandom();
  private final SSLContext tls;
  private final HttpClient http;
  private final JsonNode client;
  private final JsonNode services;
  private JsonNode cles = JSON.createArrayNode();

  ProSanteConnect(JsonNode banc) {
    this.tls = Cles.tls(banc, null);
    this.http = HttpClient.newBuilder().sslContext(tls).build();
    JsonNode clients = banc.path("clients");
    JsonNode choisi = clients.path(0);
    for (JsonNode un : clients) {
      if (un.hasNonNull("clientSecret")) {
        choisi = un;
        break;
      }
    }
    this.client = choisi;
    this.services = lire(HttpRequest.newBuilder(URI.create(banc.at("/urls/psc.discovery").asText())));
  }

  /** Mène le navigateur à Pro Santé Connect et rend le profil du professionnel. */
  JsonNode connecter() {
    String secret = alea();
    String etat = alea();
    String nonce = alea();
    CompletableFuture<Map<String, String>> retour = new CompletableFuture<>();
    HttpServer ecoute = ecouter(retour);
    try {
      String adresse = "http://127.0.0.1:" + ecoute.getAddress().getPort() + "/retour";
      Map<String, String> demande = new LinkedHashMap<>();
      demande.put("response_type", "code");
      demande.put("client_id", client.path("clientId").asText());
      demande.put("redirect_uri", adresse);
      demande.put("scope", "openid scope_all");
      demande.put("acr_values", "eidas1");
      demande.put("state", etat);
      demande.put("nonce", nonce);
      demande.put("code_challenge", EN_BASE64.encodeToString(sha256(secret)));
      demande.put("code_challenge_method", "S256");
      ouvrir(URI.create(services.path("authorization_endpoint").asText() + "?" + formulaire(demande)));
      Map<String, String> recu = attendre(retour);
      if (!etat.equals(recu.get("state"))) {
        throw new Refus("Connexion refusée : la réponse reçue n'est pas celle de votre demande.");
      }
      if (!recu.containsKey("code")) {
        throw new Refus(SANS_SUITE);
      }
      JsonNode jetons = echanger(recu.get("code"), adresse, secret);
      controler(jetons.path("id_token").asText(), nonce);
      return lire(
          HttpRequest.newBuilder(URI.create(services.path("userinfo_endpoint").asText()))
              .header("Authorization", "Bearer " + jetons.path("access_token").asText()));
    } finally {
      ecoute.stop(0);
    }
  }

  private JsonNode echanger(String code, String adresse, String secret) {
    String identite =
        coder(client.path("clientId").asText()) + ":" + coder(client.path("clientSecret").asText());
    Map<String, String> envoi = new LinkedHashMap<>();
    envoi.put("grant_type", "authorization_code");
    envoi.put("code", code);
    envoi.put("redirect_uri", adresse);
    envoi.put("code_verifier", secret);
    return lire(
        HttpRequest.newBuilder(URI.create(services.path("token_endpoint").asText()))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(identite.getBytes(UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(formulaire(envoi))));
  }

  /** Le jeton est-il de Pro Santé Connect, pour ce logiciel, pour cette demande, et encore bon ? */
  private void controler(String jeton, String nonce) {
    String[] parties = jeton.split("\\.", -1);
    boolean juste = false;
    try {
      if (parties.length != 3) {
        throw new IllegalArgumentException("un jeton a trois parties");
      }
      JsonNode entete = JSON.readTree(Base64.getUrlDecoder().decode(parties[0]));
      JsonNode dit = JSON.readTree(Base64.getUrlDecoder().decode(parties[1]));
      String moi = client.path("clientId").asText();
      JsonNode pour = dit.path("aud");
      boolean pourMoi = pour.asText().equals(moi) || (pour.size() == 1 && pour.path(0).asText().equals(moi));
      long maintenant = Instant.now().getEpochSecond();
      juste =
          entete.path("alg").asText().equals("RS256")
              && signe(parties, entete.path("kid").asText())
              && dit.path("iss").equals(services.path("issuer"))
              && pourMoi
              && dit.path("azp").asText(moi).equals(moi)
              && dit.path("exp").asLong() + 30 > maintenant
              && dit.path("iat").asLong(Long.MAX_VALUE) - 30 < maintenant
              && dit.path("nonce").asText().equals(nonce)
              && dit.path("acr").asText().equals("eidas1");
    } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
      juste = false; // illisible : refusé
    }
    if (!juste) {
      throw new Refus("Connexion refusée : le jeton d'identité reçu n'est pas valable.");
    }
  }

  private boolean signe(String[] parties, String nom) throws GeneralSecurityException {
    JsonNode cle = cle(nom);
    if (cle == null) { // inconnue : les clés sont relues, une fois
      cles = lire(HttpRequest.newBuilder(URI.create(services.path("jwks_uri").asText()))).path("keys");
      cle = cle(nom);
    }
    if (cle == null || parties.length != 3) {
      return false;
    }
    Signature controle = Signature.getInstance("SHA256withRSA");
    controle.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(nombre(cle, "n"), nombre(cle, "e"))));
    controle.update((parties[0] + "." + parties[1]).getBytes(UTF_8));
    return controle.verify(Base64.getUrlDecoder().decode(parties[2]));
  }

  private JsonNode cle(String nom) {
    for (JsonNode cle : cles) {
      if (cle.path("kty").asText().equals("RSA") && cle.path("kid").asText().equals(nom)) {
        return cle;
      }
    }
    return null;
  }

  private static BigInteger nombre(JsonNode cle, String membre) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(cle.path(membre).asText()));
  }

  /** Ce que ferait le navigateur du professionnel : suivre les redirections, avec des cookies. */
  private void ouvrir(URI adresse) {
    HttpClient navigateur =
        HttpClient.newBuilder()
            .sslContext(tls)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    envoyer(navigateur, HttpRequest.newBuilder(adresse));
  }

  private static HttpServer ecouter(CompletableFuture<Map<String, String>> retour) {
    try {
      HttpServer serveur =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      serveur.createContext(
          "/retour",
          echange -> {
            Map<String, String> recu = new HashMap<>();
            String requete = echange.getRequestURI().getRawQuery();
            for (String morceau : (requete == null ? "" : requete).split("&")) {
              String[] paire = morceau.split("=", 2);
              recu.put(paire[0], paire.length < 2 ? "" : URLDecoder.decode(paire[1], UTF_8));
            }
            retour.complete(recu);
            byte[] page = "Vous pouvez fermer cette page.".getBytes(UTF_8);
            echange.sendResponseHeaders(200, page.length);
            try (echange) {
              echange.getResponseBody().write(page);
            }
          });
      serveur.start();
      return serveur;
    } catch (IOException e) {
      throw new Refus("Aucun port n'est libre pour le retour du navigateur.");
    }
  }

  private static Map<String, String> attendre(CompletableFuture<Map<String, String>> retour) {
    try {
      return retour.get(1, TimeUnit.SECONDS); // le navigateur a déjà suivi les redirections
    } catch (TimeoutException | ExecutionException e) {
      throw new Refus(SANS_SUITE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refus(SANS_SUITE);
    }
  }

  private JsonNode lire(HttpRequest.Builder demande) {
    HttpResponse<String> reponse = envoyer(http, demande.header("Accept", "application/json"));
    try {
      JsonNode document = JSON.readTree(reponse.body());
      if (reponse.statusCode() == 200 && document.isObject()) {
        return document;
      }
    } catch (IOException e) {
      // une page, un document coupé : comme une panne
    }
    throw new Refus("Pro Santé Connect ne répond pas comme attendu. Recommencez dans un moment.");
  }

  private static HttpResponse<String> envoyer(HttpClient client, HttpRequest.Builder demande) {
    try {
      return client.send(demande.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Refus("Pro Santé Connect est injoignable. Recommencez dans un moment.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refus(SANS_SUITE);
    }
  }

  private String alea() {
    byte[] octets = new byte[32];
    hasard.nextBytes(octets);
    return EN_BASE64.encodeToString(octets);
  }

  private static byte[] sha256(String texte) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(texte.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String formulaire(Map<String, String> champs) {
    return champs.entrySet().stream()
        .map(champ -> champ.getKey() + "=" + coder(champ.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String coder(String texte) {
    return URLEncoder.encode(texte, UTF_8);
  }
}
