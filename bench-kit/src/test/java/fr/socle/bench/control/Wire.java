package fr.socle.bench.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Calls made by hand, for what the client never does. */
public final class Wire {
  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Calls to this address. */
  public Wire(URI address) {
    this.address = address;
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  /** Reads a path. */
  public HttpResponse<String> get(String path) {
    return send(to(path).GET());
  }

  /** Writes JSON at a path. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends bytes as they are and reads the answer until the server closes. */
  String raw(String request) {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
