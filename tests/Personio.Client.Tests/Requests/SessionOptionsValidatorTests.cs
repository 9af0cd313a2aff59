namespace Personio.Client.Tests.Requests;

public sealed class SessionOptionsValidatorTests
{
    [Theory]
    [InlineData("https://api.personio.de", "https://api.personio.de/")]
    [InlineData("https://api.personio.de/", "https://api.personio.de/")]
    [InlineData("HTTPS://API.Personio.de:443", "https://api.personio.de/")]
    [InlineData("https://api.example:8443/", "https://api.example:8443/")]
    [InlineData("http://localhost:5010", "http://localhost:5010/")]
    [InlineData("http://127.0.0.1:5010/", "http://127.0.0.1:5010/")]
    [InlineData("http://[::1]:5010", "http://[::1]:5010/")]
    [InlineData("http://127.8.9.10", "http://127.8.9.10/")]
    public void An_origin_is_accepted_with_and_without_a_trailing_slash(string given, string origin)
    {
        Assert.Equal(origin, SessionOptionsValidator.CheckOrigin(new Uri(given)).AbsoluteUri);
    }

    [Theory]
    [InlineData("http://api.personio.de", "Use https")]
    [InlineData("http://localhost.evil.example", "Use https")]
    [InlineData("http://192.168.1.5:5010", "Use https")]
    [InlineData("http://0.0.0.0:5010", "Use https")]
    [InlineData("http://[::127.0.0.1]:5010", "Use https")]
    [InlineData("http://[::7f00:1]", "Use https")]
    [InlineData("http://[64:ff9b::127.0.0.1]", "Use https")]
    [InlineData("http://[::]", "Use https")]
    [InlineData("https://api.personio.de/v2", "Specify https://api.personio.de")]
    [InlineData("https://api.personio.de/?x=1", "contains more than an origin")]
    [InlineData("https://api.personio.de/#x", "contains more than an origin")]
    [InlineData("https://user:pass@api.personio.de", "contains user info")]
    [InlineData("ftp://api.personio.de", "is not a web address")]
    [InlineData("file:///etc/passwd", "is not a web address")]
    public void An_unsafe_origin_is_rejected_with_the_rule(string given, string rule)
    {
        PersonioException fault = Assert.Throws<PersonioException>(
            () => SessionOptionsValidator.CheckOrigin(new Uri(given)));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
        Assert.Contains(rule, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_address_is_refused()
    {
        PersonioException fault = Assert.Throws<PersonioException>(
            () => SessionOptionsValidator.CheckOrigin(new Uri("api.personio.de", UriKind.Relative)));

        Assert.Contains("is not a web address", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:hidden@api.personio.de")]
    [InlineData("ftp://user:hidden@api.personio.de")]
    [InlineData("https://user:hidden@api.personio.de/v2")]
    [InlineData("http://user:hidden@api.personio.de")]
    [InlineData("user:hidden@api.personio.de")]
    public void User_info_is_never_repeated(string given)
    {
        PersonioException fault = Assert.Throws<PersonioException>(
            () => SessionOptionsValidator.CheckOrigin(new Uri(given)));

        Assert.DoesNotContain("hidden", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("MY_APP")]
    [InlineData("APP")]
    [InlineData("A1_2B")]
    public void An_app_id_in_upper_snake_case_is_accepted(string? value)
    {
        Assert.Equal(value, SessionOptionsValidator.CheckHeaderId("app id", value));
    }

    [Theory]
    [InlineData("my app")]
    [InlineData("my_app")]
    [InlineData("MyApp")]
    [InlineData("MY-APP")]
    [InlineData("_MY_APP")]
    [InlineData("MY_APP_")]
    [InlineData("MY__APP")]
    [InlineData("1APP")]
    [InlineData("MY_APP\n")]
    [InlineData("MÜ")]
    [InlineData("")]
    public void Any_other_app_id_is_refused_with_the_rule(string value)
    {
        PersonioException fault = Assert.Throws<PersonioException>(
            () => SessionOptionsValidator.CheckHeaderId("app id", value));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
        Assert.Contains("UPPER_SNAKE_CASE", fault.Message, StringComparison.Ordinal);
        Assert.Contains("app id", fault.Message, StringComparison.Ordinal);
    }
}
