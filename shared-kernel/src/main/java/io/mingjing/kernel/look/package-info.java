/**
 * One look for all pages: layout, styles, navigation. A page of a service is a Qute template around the layout:
 *
 * <pre>{@code
 * {#include look/layout}
 * {#title}{say:it('任务', 'Tasks')}{/title}
 * {#body}
 * <h1>{say:it('任务', 'Tasks')}</h1>
 * <table class="table stack">…<td data-label="{say:it('时限', 'Due')}">{say:day(task.dueDay)}</td>…</table>
 * {#include look/paging next=page.next /}
 * {/body}
 * {/include}
 * }</pre>
 *
 * Both languages stand beside each other where they are used ({@link io.mingjing.kernel.look.Say}); there are no message
 * files. Who is signed in and where they may go is {@code {cdi:look.…}} ({@link io.mingjing.kernel.look.Look}). Styles:
 * {@code card cards badge(blue|yellow|red|green) button(quiet|danger) table(stack) field hint fault errors done facts
 * timeline bar paging empty figure}. A state is a badge with its word: the shape in front comes with the colour.
 */
@NullMarked
package io.mingjing.kernel.look;

import org.jspecify.annotations.NullMarked;
