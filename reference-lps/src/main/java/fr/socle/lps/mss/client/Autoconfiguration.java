package fr.socle.lps.mss.client;

import fr.socle.lps.dmp.soap.Xml;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import org.w3c.dom.Element;

/** Reads where the servers of an operator are (ECO.1.1.9, mssante.md 1.4). */
public final class Autoconfiguration {

  private Autoconfiguration() {}

  /** Reads the file at an address. */
  public static Servers read(Wire wire, URI address) throws MailFailure, InterruptedException {
    try {
      Answer answer = wire.send(HttpRequest.newBuilder(address).GET().build());
      if (answer.status() != 200) {
        throw new MailFailure(
            "L'opérateur de cette boîte ne donne pas sa configuration (" + answer.status() + ").",
            false,
            String.valueOf(answer.status()));
      }
      Element provider =
          Xml.find(Xml.read(answer.body()).getDocumentElement(), "emailProvider").orElse(null);
      if (provider == null) {
        throw new IOException("emailProvider");
      }
      return new Servers(place(provider, "outgoingServer"), place(provider, "incomingServer"));
    } catch (Wire.Unreachable e) {
      throw new MailFailure(
          "La configuration de cette boîte ne peut pas être lue : " + e.getMessage() + ".",
          true,
          "");
    } catch (IOException | NumberFormatException e) {
      throw new MailFailure("La configuration de cette boîte ne se lit pas.", false, "");
    }
  }

  private static Servers.Place place(Element provider, String name) throws IOException {
    String host = Xml.text(provider, name, "hostname");
    if (host.isEmpty()) {
      throw new IOException(name);
    }
    return new Servers.Place(host, Integer.parseInt(Xml.text(provider, name, "port")));
  }
}
