using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest.Json;

/// <summary>
/// The members of a type, and how an object of the type is read. Does what the serializer does, by the same attributes,
/// with a tenth of its code: that matters if a process ends before the runtime has optimized its code.
/// </summary>
/// <remarks>The serializer reads an unreadable row again, because it reports the member at fault.</remarks>
/// <typeparam name="T">The type of the objects.</typeparam>
internal sealed class MemberTable<T>
    where T : class
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    // Fully optimized from the first call. Otherwise twenty thousand rows are done before tiered compilation notices.
    private const MethodImplOptions AlwaysOptimized = MethodImplOptions.AggressiveOptimization;

    private static MemberTable<T>? s_latest;

    private readonly JsonSerializerOptions _options;
    private readonly Member[] _members;
    private readonly Action<T, Dictionary<string, JsonElement>>? _setUnknown;

    private MemberTable(JsonSerializerOptions options)
    {
        _options = options;
        PropertyInfo[] properties = typeof(T).GetProperties(Instance);
        PropertyInfo? unknown = Array.Find(properties, one => one.IsDefined(typeof(JsonExtensionDataAttribute)));
        _setUnknown = unknown?.SetMethod!.CreateDelegate<Action<T, Dictionary<string, JsonElement>>>();
        _members = [.. properties.Where(one => one != unknown && IsRead(one)).Select(Create)];
    }

    /// <summary>Returns the table of the type.</summary>
    /// <param name="options">The options for the JSON of the service that the type belongs to.</param>
    public static MemberTable<T> For(JsonSerializerOptions options) =>
        s_latest is { } latest && latest._options == options ? latest : s_latest = new MemberTable<T>(options);

    /// <summary>Reads an object and leaves the reader at its end.</summary>
    /// <param name="reader">The reader, at the beginning of the object.</param>
    /// <returns>The object; null if it is empty.</returns>
    /// <exception cref="JsonException">A member cannot be read.</exception>
    [MethodImpl(AlwaysOptimized)]
    public T? Read(ref Utf8JsonReader reader)
    {
        T? read = null;
        Dictionary<string, JsonElement>? unknown = null;
        int next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            read ??= Activator.CreateInstance<T>();
            int found = Find(ref reader, next);
            if (found >= 0)
            {
                reader.Read();
                _members[found].Read(ref reader, read);
                next = found + 1;
            }
            else if (_setUnknown is null)
            {
                reader.Skip();
            }
            else
            {
                string name = reader.GetString()!;
                reader.Read();
                (unknown ??= [])[name] = JsonElement.ParseValue(ref reader);
            }
        }

        if (unknown is not null)
        {
            _setUnknown!(read!, unknown);
        }

        return read;
    }

    // Tries the member declared after the last match first, because objects mostly keep the declared order.
    [MethodImpl(AlwaysOptimized)]
    private int Find(ref Utf8JsonReader reader, int next)
    {
        for (int i = 0; i < _members.Length; i++)
        {
            int at = next + i < _members.Length ? next + i : next + i - _members.Length;
            if (_members[at].IsNamed(ref reader))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsRead(PropertyInfo property) =>
        property.SetMethod is not null
        && (property.GetMethod?.IsPublic == true || property.IsDefined(typeof(JsonIncludeAttribute)))
        && !property.IsDefined(typeof(JsonIgnoreAttribute));

    private Member Create(PropertyInfo property) => (Member)Activator.CreateInstance(
        typeof(Member<>).MakeGenericType(typeof(T), property.PropertyType),
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            ?? _options.PropertyNamingPolicy!.ConvertName(property.Name),
        property.SetMethod,
        LooseMembers.ConverterOf(property, isLoose: _setUnknown is not null, _options),
        _options)!;

    // The name of a member on the wire, and how its value is set.
    private abstract class Member(string name)
    {
        private readonly byte[] _name = Encoding.UTF8.GetBytes(name);

        [MethodImpl(AlwaysOptimized)]
        public bool IsNamed(ref Utf8JsonReader reader) => reader.ValueIsEscaped
            ? reader.ValueTextEquals(_name)
            : reader.ValueSpan.SequenceEqual(_name);

        public abstract void Read(ref Utf8JsonReader reader, T target);
    }

    private sealed class Member<TValue>(
        string name, MethodInfo setter, JsonConverter converter, JsonSerializerOptions options) : Member(name)
    {
        private readonly Action<T, TValue?> _set = setter.CreateDelegate<Action<T, TValue?>>();
        private readonly JsonConverter<TValue> _converter = (JsonConverter<TValue>)converter;

        // Like the serializer: the converter sees null only if the type cannot hold it.
        [MethodImpl(AlwaysOptimized)]
        public override void Read(ref Utf8JsonReader reader, T target) => _set(
            target,
            default(TValue) is null && reader.TokenType == JsonTokenType.Null
                ? default
                : _converter.Read(ref reader, typeof(TValue), options));
    }
}
