using System.Text;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Writes one page of a list: the rows and the links.</summary>
internal static class Page
{
    /// <summary>
    /// Returns the page that begins at the request's position. A position counts the unfiltered rows, which never leave
    /// the list, so concurrent writes cause neither lost nor duplicate rows.
    /// </summary>
    public static HttpResponse Create<T>(
        ListRequest request, IReadOnlyList<T> rows, List<Func<T, bool>> tests, Func<T, Row>? show = null,
        PageFrame? frame = null)
        where T : Row
    {
        ApiCall call = request.Call;
        RowStyle style = call.Tenant.Style;
        var parts = new List<byte[]>(Math.Min(request.Limit, 200));
        int position = Next(rows, request.Position, tests);
        while (position < rows.Count && parts.Count < request.Limit)
        {
            T row = rows[position];
            parts.Add((show is null ? row : show(row)).Json(style));
            position = Next(rows, position + 1, tests);
        }

        bool endsEmpty = request.Rules.MayEndEmpty && call.Options.EmptyLastPage;
        string? next = position < rows.Count || endsEmpty ? NextLink(request, position, parts.Count == 0) : null;
        byte[] meta = Meta(call, next, request.Rules.LinksByString || call.Options.StringNextLinks, frame);
        return new HttpResponse(200, HttpResponse.JsonType, Join(Opening(frame), parts, meta))
        {
            Delay = DelayOf(call.Options, request.Page),
        };
    }

    /// <summary>
    /// Joins the parts of the page in a single allocation: a large page that grows step by step costs more than its
    /// rows.
    /// </summary>
    private static byte[] Join(ReadOnlySpan<byte> opening, List<byte[]> rows, byte[] meta)
    {
        ReadOnlySpan<byte> before = "\"_data\":["u8;
        ReadOnlySpan<byte> between = "],\"_meta\":"u8;
        int commas = Math.Max(0, rows.Count - 1);
        byte[] body = GC.AllocateUninitializedArray<byte>(
            opening.Length + before.Length + rows.Sum(row => row.Length) + commas + between.Length + meta.Length + 1);
        int end = 0;
        Append(body, opening, ref end);
        Append(body, before, ref end);
        for (int i = 0; i < rows.Count; i++)
        {
            Append(body, i == 0 ? [] : ","u8, ref end);
            Append(body, rows[i], ref end);
        }

        Append(body, between, ref end);
        Append(body, meta, ref end);
        Append(body, "}"u8, ref end);
        return body;
    }

    private static void Append(byte[] body, ReadOnlySpan<byte> part, ref int end)
    {
        part.CopyTo(body.AsSpan(end));
        end += part.Length;
    }

    private static int Next<T>(IReadOnlyList<T> rows, int position, List<Func<T, bool>> tests)
        where T : Row
    {
        while (position < rows.Count && !IsWanted(rows[position], tests))
        {
            position++;
        }

        return position;
    }

    private static bool IsWanted<T>(T row, List<Func<T, bool>> tests)
        where T : Row
    {
        if (row.IsRemoved)
        {
            return false;
        }

        foreach (Func<T, bool> test in tests)
        {
            if (!test(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The link to the next page; the link of an empty page leads to itself.</summary>
    private static string NextLink(ListRequest request, int position, bool isEmpty)
    {
        ApiCall call = request.Call;
        string cursor = new Cursor(request.Limit, request.Page + (isEmpty ? 0 : 1), position, request.Filters)
            .Encode(call.Request.Path);
        var link = new StringBuilder();
        link.Append(request.Rules.MayBeRelative && call.Options.RelativeLinks ? "" : call.Origin);
        link.Append(call.Request.RawPath).Append("?cursor=").Append(cursor);
        foreach (KeyValuePair<string, string> filter in request.Filters.Where(_ => request.Rules.RepeatsFilters))
        {
            link.Append('&').Append(filter.Key).Append('=').Append(Uri.EscapeDataString(filter.Value));
        }

        return link.ToString();
    }

    /// <summary>The start of the object, up to the comma before the rows.</summary>
    private static ReadOnlySpan<byte> Opening(PageFrame? frame)
    {
        if (frame is null)
        {
            return "{"u8;
        }

        byte[] bytes = PersonioJson.Bytes(frame.Opening);
        bytes[^1] = (byte)',';
        return bytes;
    }

    private static byte[] Meta(ApiCall call, string? next, bool asString, PageFrame? frame)
    {
        object? link = next is null || asString ? next : new Link(next);
        var links = new Links { Self = new Link($"{call.Origin}{call.Request.Target}"), Next = link };
        return PersonioJson.Bytes(new PageMeta(frame?.Columns, links));
    }

    private static TimeSpan DelayOf(SandboxOptions options, int page)
    {
        TimeSpan delay = options.DeepPageDelay * page;
        return delay < options.DeepPageMaximum ? delay : options.DeepPageMaximum;
    }
}
