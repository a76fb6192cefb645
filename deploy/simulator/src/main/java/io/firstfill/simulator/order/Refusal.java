package io.firstfill.simulator.order;

/** An error answer of the exchange: HTTP status, business code, and the exchange's own message. */
public record Refusal(int status, int code, String message) {

    private static final int PRICE = 30010;

    static Refusal of(int code, String message) {
        return new Refusal(400, code, message);
    }

    public static final Refusal API_KEY_REQUIRED = of(400, "api key required");
    public static final Refusal INVALID_KEY = of(10072, "invalid access key");
    public static final Refusal KEY_FORMAT = of(700001, "API-key format invalid.");
    public static final Refusal SIGNATURE_MISSING = of(602, "Signature verification failed");
    public static final Refusal SIGNATURE = of(700002, "Signature for this request is not valid.");
    public static final Refusal TIMESTAMP = of(700003, "Timestamp for this request is outside of the recvWindow.");
    public static final Refusal REQUEST_TIME = of(10073, "invalid Request-Time");
    public static final Refusal RECV_WINDOW = of(700005, "recvWindow must less than 60000");
    public static final Refusal IP = of(700006, "IP non white list");
    public static final Refusal NO_PERMISSION = of(700007, "No permission to access the endpoint.");
    public static final Refusal NO_ORDER_NAMED = of(700004, "Param 'origClientOrderId' or 'orderId' must be sent");
    public static final Refusal ILLEGAL_CHARACTERS = of(700008, "Illegal characters found in parameter.");
    public static final Refusal PARAMETER = of(33333, "param is error");
    public static final Refusal PARAMETER_MISSING = of(44444, "param cannot be null");
    public static final Refusal COMBINATION = of(-1128, "Combination of optional parameters invalid.");
    public static final Refusal INVALID_SYMBOL = of(-1121, "Invalid symbol.");
    public static final Refusal UNKNOWN_ORDER = of(-2011, "Unknown order sent.");
    public static final Refusal NO_SUCH_ORDER = of(-2013, "Order does not exist.");

    public static final Refusal OPERATION_NOT_ALLOWED = of(26, "operation not allowed");
    static final Refusal NOT_SUPPORTED = of(10007, "symbol not support api");
    static final Refusal SUSPENDED = of(30000, "suspended transaction for the symbol");
    static final Refusal DIRECTION = of(30001, "The current transaction direction is not allowed to place an order");
    static final Refusal DISABLED = of(30016, "trading disabled");
    public static final Refusal UNKNOWN_PAIR = of(30014, "invalid symbol");
    static final Refusal MARKET_DISABLED = of(30018, "market order is disabled");
    static final Refusal API_MARKET_DISABLED = of(30019, "api market order is disabled");
    static final Refusal TYPE_DISABLED = of(30041, "current order type can not place order");
    static final Refusal DECIMALS = of(10096, "amount decimal places is too long");
    static final Refusal NOT_POSITIVE = of(10102, "The amount cannot be zero or negative");
    static final Refusal INSUFFICIENT_POSITION = of(30004, "Insufficient position");
    static final Refusal INSUFFICIENT_BALANCE = of(10101, "Insufficient balance");
    static final Refusal OVERSOLD = of(30005, "Oversold");
    static final Refusal NO_OPPONENT = of(30025, "no exist opponent order");
    static final Refusal SELLING_SUSPENDED =
            of(30028, "The currency triggers the platform risk control, and selling is suspended");
    static final Refusal TOO_MANY_ORDERS = of(30029, "Cannot exceed the maximum order limit");

    static Refusal tooSmall(String least) {
        return of(30002, "The minimum transaction volume cannot be less than:" + least);
    }

    static Refusal tooLarge(String most) {
        return of(30003, "The maximum transaction volume cannot be greater than:" + most);
    }

    boolean isForPrice() {
        return code == PRICE;
    }

    static Refusal priceAbove(String cap) {
        return of(PRICE, "Order price cannot exceed " + cap);
    }

    static Refusal priceBelow(String floor) {
        return of(PRICE, "Order price cannot be lower than " + floor);
    }
}
