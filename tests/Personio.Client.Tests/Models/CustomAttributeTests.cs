using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Models;

public sealed class CustomAttributeTests
{
    public static TheoryData<string, string, object?> Values => new()
    {
        { "string", "\"M\"", "M" },
        { "STRING", "\"2026-01-01\"", "2026-01-01" },
        { "string", "5", "5" },
        { "string", "null", null },
        { "int", "17", 17L },
        { "Int", "\"17\"", 17L },
        { "INT", "-3", -3L },
        { "int", "17.5", 17.5m },
        { "int", "\"many\"", "many" },
        { "int", "\"\"", null },
        { "int", "12345678901234567", 12345678901234567L },
        { "int", "98765432109876543210", 98765432109876543210m },
        { "int", "98765432109876543210987654321098765", "98765432109876543210987654321098765" },
        { "int", "\"98765432109876543210987654321098765\"", "98765432109876543210987654321098765" },
        { "int", "[]", null },
        { "double", "0.1234567890123456789", 0.1234567890123456789m },
        { "double", "1e400", "1e400" },
        { "double", "1e300", 1e300 },
        { "double", "{}", null },
        { "boolean", "1", true },
        { "boolean", "0", false },
        { "boolean", "\"\"", null },
        { "string", "[]", null },
        { "string", "\"\"", "" },
        { "string", "1e400", "1e400" },
        { "double", "38.5", 38.5 },
        { "DOUBLE", "\"38.5\"", 38.5 },
        { "double", "40", 40.0 },
        { "double", "\"38,5\"", "38,5" },
        { "date", "\"2026-03-10\"", new DateTime(2026, 3, 10) },
        { "DATE", "\"2026-03-10T00:00:00Z\"", new DateTime(2026, 3, 10) },
        { "date", "\"10.03.2026\"", "10.03.2026" },
        { "date", "\"\"", null },
        { "date", "\"0000-00-00\"", null },
        { "date", "0", null },
        { "date", "\"2026-03-10T23:30:00Z\"", new DateTime(2026, 3, 10) },
        { "date", "null", null },
        { "boolean", "true", true },
        { "BOOLEAN", "\"False\"", false },
        { "boolean", "\"maybe\"", "maybe" },
        { "boolean", "null", null },
        { "unspecified", "1.10", 1.10m },
        { "hologram", "7", 7L },
        { "hologram", "\"x\"", "x" },
        { "string_list", "null", null },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_has_its_declared_type_or_is_returned_as_sent(string type, string json, object? expected)
    {
        CustomAttribute attribute = Sample.Read<CustomAttribute>(
            $$"""{"id":"dynamic_1","type":"{{type}}","value":{{json}}}""");

        Assert.Equal(expected, attribute.Value);
    }

    [Theory]
    [InlineData("string_list")]
    [InlineData("STRING_LIST")]
    [InlineData("tags")]
    public void A_list_is_a_list_of_text_and_is_readable_in_one_cell(string type)
    {
        CustomAttribute attribute = Sample.Read<CustomAttribute>(
            $$"""{"label":"Languages","type":"{{type}}","value":["German","English"]}""");

        var list = Assert.IsType<ValueList<object?>>(attribute.Value);
        Assert.Equal(["German", "English"], list);
        Assert.Equal("German; English", $"{list}");
        Assert.Equal("Languages=German, English", $"{attribute}");
    }

    [Fact]
    public void A_value_that_is_an_object_is_a_map()
    {
        CustomAttribute attribute = Sample.Read<CustomAttribute>("""{"type":"place","value":{"city":"Y","no":3}}""");

        Assert.Equal("city=Y; no=3", $"{Assert.IsType<ValueMap>(attribute.Value)}");
    }

    [Fact]
    public void A_list_of_objects_is_a_list_of_maps()
    {
        CustomAttribute attribute = Sample.Read<CustomAttribute>(
            """{"type":"tags","value":[{"name":"a"},{"name":"b"}]}""");

        Assert.Equal("name=a; name=b", $"{attribute.Value}");
    }

    [Theory]
    [InlineData("Shirt size")]
    [InlineData("SHIRT SIZE")]
    [InlineData("shirt_size")]
    [InlineData("Shirt_Size")]
    [InlineData("dynamic_1")]
    [InlineData("DYNAMIC_1")]
    public void An_attribute_is_found_by_label_global_id_and_id_in_any_case(string name)
    {
        Person person = Sample.Read<Person>(Sample.Person);

        Assert.Equal("M", person.CustomAttributes[name]);
    }

    [Theory]
    [InlineData("no such")]
    [InlineData("")]
    public void A_missing_attribute_is_null_and_not_an_error(string name)
    {
        Person person = Sample.Read<Person>(Sample.Person);

        Assert.Null(person.CustomAttributes[name]);
        Assert.Null(person.CustomAttributes.Find(name));
    }

    [Fact]
    public void A_label_takes_precedence_over_a_global_id_and_that_over_an_id()
    {
        Person person = Sample.Read<Person>("""
            {"custom_attributes":[{"id":"x","type":"int","value":3},{"id":"2","global_id":"X","type":"int","value":2},
             {"id":"1","label":"x","type":"int","value":1}]}
            """);

        Assert.Equal(1L, person.CustomAttributes["x"]);
        Assert.Equal(3L, person.CustomAttributes[0].Value);
    }

    [Fact]
    public void Attributes_without_a_label_are_shown_by_their_ids_in_one_cell()
    {
        Person person = Sample.Read<Person>("""
            {"custom_attributes":[{"id":"dynamic_1","type":"date","value":"2026-03-10"},
             {"id":"2","global_id":"size","value":null},{"id":"3","label":"Rate","type":"double","value":1.5}]}
            """);

        Assert.Equal("dynamic_1=2026-03-10; size=; Rate=1.5", $"{person.CustomAttributes}");
    }

    [Fact]
    public void A_lone_surrogate_in_a_value_does_no_harm()
    {
        CustomAttribute attribute = Sample.Read<CustomAttribute>("{\"type\":\"string\",\"value\":\"cut \\ud83d\"}");

        Assert.Equal("cut \\ud83d", attribute.Value);
    }
}
