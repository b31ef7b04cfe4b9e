package fr.socle.essais.spring;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.SpaceDescriptor;
import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.security.config.BeanIds;
import org.springframework.web.context.ContextLoaderListener;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * A service that logs professionals in with Spring Security's client, in a process of its own:
 * {@code bench.json} is its argument, its address is the first line it prints. It trusts what
 * {@code javax.net.ssl.trustStore} names.
 */
public final class SpringRelyingParty {
  private SpringRelyingParty() {}

  /** Serves until it is stopped. */
  public static void main(String[] arguments) throws Exception {
    SpaceDescriptor space =
        JsonMapper.builder()
            .build()
            .readValue(Path.of(arguments[0]).toFile(), SpaceDescriptor.class);
    AnnotationConfigWebApplicationContext beans = new AnnotationConfigWebApplicationContext();
    beans.register(Security.class);
    beans.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("space", space));

    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.addEventListener(new ContextLoaderListener(beans));
    context.addFilter(
        new FilterHolder(new DelegatingFilterProxy(BeanIds.SPRING_SECURITY_FILTER_CHAIN, beans)),
        "/*",
        EnumSet.allOf(DispatcherType.class));
    context.addServlet(new ServletHolder(new Pages(beans)), "/");

    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(context);
    server.start();
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    System.out.println("http://127.0.0.1:" + port + "/");
    server.join();
  }
}
