package io.firstfill.local.config;

/**
 * One process of a service. Several of them share the environments, each for those it is assigned.
 *
 * @param number 0 for the first, 1 for the second
 */
public record ServiceInstance(ServiceName service, int number) {
    public static ServiceInstance first(ServiceName service) {
        return new ServiceInstance(service, 0);
    }

    /** @throws IllegalArgumentException for a service of which the stack runs one process only */
    public static ServiceInstance second(ServiceName service) {
        if (!service.sharesEnvironments()) {
            throw new IllegalArgumentException("There is one " + service.label());
        }
        return new ServiceInstance(service, 1);
    }

    /** The component name: the service's own for the first instance. */
    public String label() {
        return number == 0 ? service.label() : member();
    }

    /** The name by which the instance is a member of its consumer group and gives signs of life. */
    public String member() {
        return service.label() + "-" + number;
    }
}
