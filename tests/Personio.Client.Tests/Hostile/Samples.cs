using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Personio.Client.Json;
using Personio.Models;

namespace Personio.Client.Tests.Hostile;

/// <summary>Valid responses to corrupt: a full object for each model, and the envelopes.</summary>
internal static class Samples
{
    /// <summary>Every model that is read from a response.</summary>
    public static IReadOnlyList<Type> Models { get; } =
    [
        .. typeof(Person).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Personio.Models" && type is { IsAbstract: false, IsGenericType: false })
            .Where(type => typeof(ApiObject).IsAssignableFrom(type) || type == typeof(CustomAttribute))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>An object with a value in every member.</summary>
    public static JsonPiece Full(Type model, int depth = 0)
    {
        PersonioJson.Options.MakeReadOnly(populateMissingResolver: true);
        JsonTypeInfo info = PersonioJson.Options.GetTypeInfo(model);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object when depth < 5 => JsonPiece.Object(
            [
                .. info.Properties.Where(property => !property.IsExtensionData)
                    .Select(property => (property.Name, Full(property.PropertyType, depth + 1))),
                ("new_member", JsonPiece.Parse("""{"deep":[1,{"x":"y"}]}""")),
            ]),
            JsonTypeInfoKind.Enumerable => JsonPiece.Array(
                Full(ElementOf(model), depth + 1), JsonPiece.Scalar("null"), Full(ElementOf(model), depth + 1)),
            _ => Value(model),
        };
    }

    /// <summary>A page of version 2 with a link to the next one, or an envelope of version 1.</summary>
    public static JsonPiece Page(JsonPiece row, int version) => version == 2
        ? JsonPiece.Object(
            ("_data", JsonPiece.Array(row, row.Copy(), row.Copy())),
            ("_meta",
                JsonPiece.Parse("""{"links":{"next":{"href":"https://api.personio.de/v2/persons?cursor=c2"}}}""")))
        : JsonPiece.Object(
            ("success", JsonPiece.Scalar("true")),
            ("metadata", JsonPiece.Parse("""{"current_page":1,"total_pages":3,"total_elements":30}""")),
            ("data", JsonPiece.Array(row, row.Copy())));

    public static JsonPiece Report { get; } = JsonPiece.Parse(
        """
        {"_data":[
          [{"attribute_id":"a","text_value":"x"},{"attribute_id":"b","number_value":{"number":1.5}},
           {"attribute_id":"c","date_value":"2026-06-01"},
           {"attribute_id":"d","money_value":{"amount":10,"currency":"EUR"}},
           {"attribute_id":"e","options_value":{"options":["one",{"value":"two"}]}},
           {"attribute_id":"f","period_value":{"from":"2026-01-01","to":null}},
           {"attribute_id":"g","new_value":{"p":1,"q":2}}],
          [{"attribute_id":"a","text_value":null},null,{},"plain",5,[1,2],true],[]],
         "_meta":{"columns":[{"name":"a","display":"Name","type":"text"},{"name":"b","display":"Hours","type":"number"},
           {"name":"c","display":"Day","type":"date"},{"name":"d","display":"Hours","type":"money"},
           {"name":"e"},{},null],
          "links":{"next":{"href":"https://api.personio.de/v2/reports/1?cursor=c2&limit=200"}}}}
        """);

    public static IReadOnlyList<JsonPiece> Errors { get; } =
    [
        JsonPiece.Parse(
            """{"personio_trace_id":"t-1","timestamp":"2026-01-01T00:00:00Z","errors":"""
            + """[{"title":"Bad","detail":"No","type":null},{"field":"x","message":"y"}]}"""),
        JsonPiece.Parse(
            """{"success":false,"error":{"code":404,"message":"Not found","error_data":[]"""
            + ""","detailed_message":"None"}}"""),
        JsonPiece.Parse(
            """[{"title":"One","detail":"Two","trace_id":"t"},{"errors":[{"reason":"three"}],"field":"f"}]"""),
        JsonPiece.Parse("""{"error":"invalid_client","error_description":"Bad credentials","details":["a"]}"""),
    ];

    public static JsonPiece Token { get; } = JsonPiece.Parse(
        """{"access_token":"papi-token-1","token_type":"Bearer","expires_in":86400"""
        + ""","scope":"personio:persons:read x"}""");

    /// <summary>A response without a model, with every kind of JSON value.</summary>
    public static JsonPiece Anything { get; } = JsonPiece.Parse(
        """{"_data":[{"id":"1","a":[1,2.5,1e3,true,null,"text"],"b":{"c":{"d":["text",{}]}}},"text",5]"""
        + ""","metadata":{"total_pages":2}}""");

    private static Type ElementOf(Type list) =>
        list.IsArray ? list.GetElementType()! : list.GetInterfaces().Append(list)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(type => type.GenericTypeArguments[0]).FirstOrDefault(typeof(string));

    private static JsonPiece Value(Type type) => JsonPiece.Scalar((Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { } day when day == typeof(DateTime) => "\"2026-06-01T08:00:00\"",
        { } instant when instant == typeof(DateTimeOffset) => "\"2026-06-01T08:00:00Z\"",
        { } flag when flag == typeof(bool) => "true",
        { } any when any == typeof(JsonElement) || any == typeof(SentValue) =>
            """{"date_time":"2026-06-01T08:00:00","timezone":"Europe/Berlin","name":"text","id":"1"}""",
        { } text when text == typeof(string) => "\"text\"",
        { IsPrimitive: true } or { IsValueType: true } => "1",
        { } list when typeof(IEnumerable).IsAssignableFrom(list) => "[]",
        _ => "{}",
    });
}
