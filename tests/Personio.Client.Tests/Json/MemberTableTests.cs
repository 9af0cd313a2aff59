using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Personio.Client.Json;
using Personio.Client.Tests.Hostile;
using Personio.Models;

namespace Personio.Client.Tests.Json;

/// <summary>
/// The table of members and the serializer read the same from any object, or both refuse it. The serializer reports the
/// path of a fault; if the two differed, a row would be refused without a reason.
/// </summary>
public sealed class MemberTableTests
{
    private const int CasesOfEachModel = 150;

    public static TheoryData<Type> Models =>
    [
        .. typeof(Person).Assembly.GetTypes()
            .Where(
                type => typeof(ApiObject).IsAssignableFrom(type) && type is { IsAbstract: false, IsGenericType: false })
            .Where(type => type != typeof(ReportRow) && type != typeof(InstantPart))
            .Append(typeof(CustomAttribute)),
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_member_table_reads_what_the_serializer_reads(Type model)
    {
        JsonPiece full = Samples.Full(model);
        AssertAlike(model, Encoding.UTF8.GetBytes(full.Text(100_000)!));
        for (int seed = 0; seed < CasesOfEachModel; seed++)
        {
            AssertAlike(model, new Mutation(new Random(seed)).Of(full));
        }
    }

    [Fact]
    public void The_member_table_accepts_escaped_names_and_any_order_and_uses_the_last_duplicate()
    {
        Person person = Table<Person>(
            """
            {"st\u0061tus":"ACTIVE","last_name":"Last","first_name":"One","id":"1","first_name":"Two",
             "Status":"other"}
            """u8
                .ToArray());

        Assert.Equal(
            ("1", "Two", "Last", "ACTIVE"), (person.PersonId, person.FirstName, person.LastName, person.Status));
        Assert.Equal("other", person.AdditionalProperties["Status"]);
    }

    private static void AssertAlike(Type model, byte[] answer)
    {
        if (ObjectIn(answer) is not { } json)
        {
            return;
        }

        string table = ReadBy(nameof(Table), model, json);
        string serializer = ReadBy(nameof(Serializer), model, json);

        Assert.True(
            table == serializer,
            $"{Encoding.UTF8.GetString(json)}\nby the table: {table}\nby the serializer: {serializer}");
    }

    // Null if no object begins here, so it is not read by its members.
    private static byte[]? ObjectIn(byte[] answer)
    {
        try
        {
            byte[] json = JsonSanitizer.Sanitize(answer).ToArray();
            var reader = new Utf8JsonReader(json);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string ReadBy(string how, Type model, byte[] json)
    {
        MethodInfo read = typeof(MemberTableTests).GetMethod(how, BindingFlags.NonPublic | BindingFlags.Static)!;
        try
        {
            return Described(read.MakeGenericMethod(model).Invoke(null, [json]));
        }
        catch (TargetInvocationException refusal)
            when (refusal.InnerException is JsonException or FormatException or InvalidOperationException)
        {
            return "refused";
        }
    }

    private static T Table<T>(byte[] json)
        where T : class, new()
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        T read = MemberTable<T>.For(PersonioJson.Options).Read(ref reader) ?? new T();
        // Refuses trailing data after the object.
        reader.Read();
        return read;
    }

    private static T Serializer<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, PersonioJson.Options)!;

    // Everything in an object, recursively.
    private static string Described(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        JsonElement { ValueKind: JsonValueKind.Undefined } => "undefined",
        JsonElement element => element.GetRawText(),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        bool flag => $"{flag}",
        IDictionary map =>
            $"[{string.Join(',', map.Keys.Cast<string>().Select(key => $"{key}={Described(map[key])}"))}]",
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(Described))}]",
        _ => "{" + string.Join(
            ';',
            FieldsOf(value.GetType()).Select(field => $"{field.Name}:{Described(field.GetValue(value))}")) + "}",
    };

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null || type == typeof(object) ? [] :
    [
        .. type
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => field.FieldType != typeof(ObjectOrigin)),
        .. FieldsOf(type.BaseType),
    ];
}
