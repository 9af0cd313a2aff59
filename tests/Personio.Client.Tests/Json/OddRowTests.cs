using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Personio.Client.Json;
using Personio.Client.Tests.Hostile;
using Personio.Models;

namespace Personio.Client.Tests.Json;

/// <summary>
/// Every member of every model in every odd shape, in the middle of a page: a meaningless value is read as if the
/// member were missing, an unreadable row is one fault with its id, and the other rows are not affected.
/// </summary>
public sealed class OddRowTests
{
    private static readonly string[] s_nothings =
        [
            "null", "\"\"", "\"  \"", "[]", "{}", "[\"\"]", "[{}]", "[null]", "\"0000-00-00\"",
            "\"0000-00-00T00:00:00Z\""
        ];

    private static readonly string[] s_flags = ["0", "1", "false", "true", "[0]", "1.0"];

    private static readonly string[] s_nonsense =
        [
            "[1,2]", "[[\"a\"],[\"b\"]]", "{\"zzz\":1}", "\"nonsense\"", "77777", "-1", "\"2026-13-45\"", "1e400",
            "{\"zzz\":[{}]}"
        ];

    public static TheoryData<Type> Models => [.. Samples.Models.Where(model => model != typeof(CustomAttribute))];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_meaningless_value_counts_as_a_missing_member(Type model)
    {
        foreach (JsonPropertyInfo member in MembersOf(model))
        {
            string missing = Described(PageOf(model, Without(model, member)).Rows[1]);
            foreach (string shape in MeaninglessValuesFor(member))
            {
                (IReadOnlyList<object> rows, IReadOnlyList<RowFault> faults) = PageOf(
                    model, With(model, member, shape));

                Assert.True(rows.Count == 3, $"{member.Name}: {shape}: {rows.Count} rows, {string.Join(" ", faults)}");
                Assert.Equal($"{member.Name} {shape} {missing}", $"{member.Name} {shape} {Described(rows[1])}");
                AssertAround(model, rows);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void An_unreadable_row_is_one_fault_with_its_id_and_the_other_rows_are_returned(Type model)
    {
        foreach (JsonPropertyInfo member in MembersOf(model).Where(member => member.Name is not ("id" or "key")))
        {
            foreach (string shape in s_nonsense)
            {
                (IReadOnlyList<object> rows, IReadOnlyList<RowFault> faults) = PageOf(
                    model, With(model, member, shape));

                Assert.True(rows.Count + faults.Count == 3, $"{member.Name}: {shape}");
                Assert.All(faults, fault => Assert.Equal("text", fault.Id));
                Assert.All(
                    faults, fault => Assert.StartsWith($"$.{member.Name}", fault.Cause.Path, StringComparison.Ordinal));
                Assert.Equal(Described(PageOf(model, Full(model)).Rows[0]), Described(rows[0]));
                Assert.Equal(Described(rows[0]), Described(rows[^1]));
            }
        }
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("\"0\"", false)]
    [InlineData("\"1\"", true)]
    public void A_flag_of_one_or_zero_is_true_or_false(string shape, bool value)
    {
        JsonPropertyInfo flag = MembersOf(typeof(Project)).First(member => member.Name == "billable");

        Assert.Equal(value, ((Project)PageOf(typeof(Project), With(typeof(Project), flag, shape)).Rows[1]).Billable);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("\"38.5\"", 38.5)]
    [InlineData("{\"value\":38.5}", 38.5)]
    [InlineData("[38.5]", 38.5)]
    public void A_number_is_read_in_any_shape(string shape, double value)
    {
        JsonPropertyInfo hours = MembersOf(typeof(Employment)).First(member => member.Name == "weekly_working_hours");

        Assert.Equal(
            (decimal)value,
            ((Employment)PageOf(typeof(Employment), With(typeof(Employment), hours, shape)).Rows[1])
                .WeeklyWorkingHours);
    }

    [Theory]
    [InlineData("\"2026-06-01\"")]
    [InlineData("\"2026-06-01T22:30:00Z\"")]
    [InlineData("\"2026-06-01T00:30:00+14:00\"")]
    [InlineData("\"2026-06-01T23:59:59.999-11:00\"")]
    [InlineData("{\"date\":\"2026-06-01\"}")]
    [InlineData("{\"date-time\":\"2026-06-01T23:30:00\",\"timezone\":\"Europe/Berlin\"}")]
    [InlineData("[\"2026-06-01\"]")]
    public void A_day_read_from_an_instant_is_the_day_as_written(string shape)
    {
        foreach ((Type model, string name, string property) in s_days)
        {
            JsonPropertyInfo member = MembersOf(model).First(one => one.Name == name);
            object row = PageOf(model, With(model, member, shape)).Rows[1];

            Assert.Equal(new DateTime(2026, 6, 1), model.GetProperty(property)!.GetValue(row));
        }
    }

    private static readonly (Type Model, string Member, string Property)[] s_days =
    [
        (typeof(Employment), "employment_start_date", "EmploymentStartDate"),
        (typeof(Employment), "employment_end_date", "EmploymentEndDate"),
        (typeof(Employment), "contract_end_date", "ContractEndDate"),
        (typeof(Employment), "probation_end_date", "ProbationEndDate"),
        (typeof(AttendancePeriod), "attribution_date", "AttributionDate"),
        (typeof(AbsenceBreakdown), "date", "Date"),
        (typeof(Compensation), "effective_from", "EffectiveFrom"),
        (typeof(Document), "date", "Date"),
        (typeof(LegalEntity), "valid_from", "ValidFrom"),
        (typeof(Application), "application_date", "ApplicationDate"),
        (typeof(Candidate), "birthday", "Birthday"),
    ];

    // 0 and 1 are valid numbers and flags; a text may be anything.
    private static string[] MeaninglessValuesFor(JsonPropertyInfo member)
    {
        Type type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (type == typeof(string))
        {
            return ["null", "[]", "{}", "[{}]", "[null]"];
        }

        // A list inside a list is not empty, and such values are kept as they are.
        if (type == typeof(JsonElement))
        {
            return ["null"];
        }

        bool isNumber = type == typeof(decimal) || type == typeof(long);
        bool isAmount = type.Name is "Money" or "Amount";
        return type == typeof(bool) ? s_nothings
            : isNumber || isAmount ? [.. s_nothings, "false", "true"]
            : type.IsGenericType ? [.. s_nothings, "0", "1", "false", "true"]
            : [.. s_nothings, .. s_flags];
    }

    private static IEnumerable<JsonPropertyInfo> MembersOf(Type model) =>
        PersonioJson.Options.GetTypeInfo(model).Properties.Where(member => !member.IsExtensionData);

    private static JsonPiece Full(Type model)
    {
        JsonPiece row = Samples.Full(model);
        if (!row.Inner.Any(member => member.Name is "\"id\"" or "\"key\""))
        {
            row.Inner.Add(("\"id\"", JsonPiece.Scalar("\"text\"")));
        }

        return row;
    }

    private static JsonPiece With(Type model, JsonPropertyInfo member, string shape)
    {
        JsonPiece row = Full(model);
        row.Inner.First(one => one.Name == $"\"{member.Name}\"").Value.Become(JsonPiece.Scalar(shape));
        return row;
    }

    private static JsonPiece Without(Type model, JsonPropertyInfo member)
    {
        JsonPiece row = Full(model);
        row.Inner.RemoveAll(one => one.Name == $"\"{member.Name}\"");
        return row;
    }

    private static (IReadOnlyList<object> Rows, IReadOnlyList<RowFault> Faults) PageOf(Type model, JsonPiece odd)
    {
        string page = $"{{\"_data\":[{Full(model).Text(100_000)},{odd.Text(100_000)},{Full(model).Text(100_000)}]}}";
        return ((IReadOnlyList<object>, IReadOnlyList<RowFault>))typeof(OddRowTests)
            .GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(model).Invoke(null, [Encoding.UTF8.GetBytes(page)])!;
    }

    private static (IReadOnlyList<object> Rows, IReadOnlyList<RowFault> Faults) Read<T>(byte[] page)
    {
        Page<T> read = EnvelopeReader.ReadPage<T>(page);
        return ([.. read.Items.Cast<object>()], read.Faults);
    }

    private static void AssertAround(Type model, IReadOnlyList<object> rows)
    {
        string full = Described(PageOf(model, Full(model)).Rows[0]);
        Assert.Equal(full, Described(rows[0]));
        Assert.Equal(full, Described(rows[2]));
    }

    // Everything that a user can see of an object.
    private static string Described(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        bool flag => $"{flag}",
        IDictionary map => string.Join(',', map.Keys.Cast<object>().Select(key => $"{key}={Described(map[key])}")),
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(Described))}]",
        _ => "{" + string.Join(';', value.GetType().GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => $"{property.Name}:{Described(property.GetValue(value))}")) + "}",
    };
}
